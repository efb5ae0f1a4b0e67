package dev.shareimage.app.trust;

import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Attaches the system policy to the role, and confirms that the role has it. */
public final class PolicyAttachment {

    private static final int MAX_READS = 6;

    /** A role that was created a moment ago may not be visible everywhere yet. */
    private static final int MAX_ATTEMPTS_WITH_NEW_ROLE = 6;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE_WITH_NEW_ROLE = Duration.ofMillis(300);

    private final Roles roles;
    private final RunClock clock;
    private final Messages messages;
    private final Progress progress;
    private volatile Instant attachedAt = Instant.MIN;
    private volatile boolean open;

    PolicyAttachment(RunContext run, Progress progress) {
        this.roles = run.cloud().roles();
        this.clock = run.clock();
        this.messages = run.messages();
        this.progress = progress;
    }

    void carryOut(Step.AttachPolicy step) throws CloudException {
        progress.step(messages.get("progress.attach-policy", step.policy().name()));
        Backoff backoff = new Backoff(FIRST_PAUSE_WITH_NEW_ROLE);
        for (int attempt = 1; !done(); attempt++) {
            try {
                roles.attach(step.roleName(), step.policy());
                attachedAt = clock.now();
            } catch (CloudException e) {
                boolean unseen = e.code().equals("EntityNotExist.Role") && attempt < MAX_ATTEMPTS_WITH_NEW_ROLE;
                if (!unseen) {
                    open = e.leavesOpen();
                    throw e;
                }
                progress.step(messages.get("progress.wait-role", "AttachPolicyToRole"));
                clock.pause(backoff.next(), "AttachPolicyToRole");
            }
        }
    }

    /** Whether this run attached the policy. */
    public boolean done() {
        return attachedAt.isAfter(Instant.MIN);
    }

    /** Whether it is not known if this run attached the policy. */
    boolean open() {
        return open;
    }

    /** The time when this run attached the policy; {@code Instant.MIN} if it did not. */
    Instant attachedAt() {
        return attachedAt;
    }

    /**
     * Confirms that the role's policies include the one that was attached. Reads them again with growing pauses, because
     * reads lag behind writes.
     *
     * @return false if this run attached none
     * @throws CloudException of kind {@code UNAVAILABLE} if they do not include it
     */
    public boolean confirm() throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE);
        for (int attempt = 1; done(); attempt++) {
            if (policies().contains(RoleState.KMS_ACCESS)) {
                return true;
            }
            if (attempt == MAX_READS) {
                throw new CloudException(
                        Kind.UNAVAILABLE,
                        "ListPoliciesForRole",
                        "PolicyNotConfirmed",
                        "the cloud accepted the policy without an error, but the role does not show it");
            }
            clock.pause(backoff.next(), "ListPoliciesForRole");
        }
        return false;
    }

    /** The role's policies; none if a role that was created a moment ago is not visible yet. */
    private List<AttachedPolicy> policies() throws CloudException {
        try {
            return roles.policies(ShareService.ROLE);
        } catch (CloudException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            return List.of();
        }
    }
}
