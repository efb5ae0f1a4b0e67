package dev.shareimage.app.trust;

import dev.shareimage.app.Progress;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.Messages;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of a plan that concern the role: creates it, attaches its policy, changes its trust. */
public final class RoleSetup {

    private static final String DESCRIPTION =
            "Lets ECS use keys for encrypted images that are shared with other accounts";

    private final Roles roles;
    private final RunClock clock;
    private final Messages messages;
    private final Progress progress;
    private final PolicyAttachment policy;
    private final TrustUpdate trust;
    private volatile Instant createdAt = Instant.MIN;
    private volatile boolean creationOpen;

    public RoleSetup(RunContext run, Progress progress) {
        this.roles = run.cloud().roles();
        this.clock = run.clock();
        this.messages = run.messages();
        this.progress = progress;
        this.policy = new PolicyAttachment(run, progress);
        this.trust = new TrustUpdate(run, progress);
    }

    /** Carries out the steps. After a failure, {@link #created} and the two parts say which steps were done. */
    public void carryOut(Plan plan) throws CloudException {
        carryOut(plan, null);
    }

    /**
     * Carries out the steps.
     *
     * @param observed the trust policy that the plan was made for; it is read again if this is null or too old
     */
    public void carryOut(Plan plan, @Nullable ObservedTrust observed) throws CloudException {
        for (Step step : plan.steps()) {
            if (step instanceof Step.CreateRole create) {
                create(create);
            } else if (step instanceof Step.AttachPolicy attach) {
                policy.carryOut(attach);
            } else if (step instanceof Step.ChangeTrust change) {
                trust.carryOut(change.change(), observed);
            }
        }
    }

    /** The part that attaches the policy. */
    public PolicyAttachment policy() {
        return policy;
    }

    /** The part that changes the trust. */
    public TrustUpdate trust() {
        return trust;
    }

    /** Whether this run created the role. */
    public boolean created() {
        return createdAt.isAfter(Instant.MIN);
    }

    /** The time when this run last wrote the role or its trust; {@code Instant.MIN} if it did not. */
    Instant lastWrite() {
        return Collections.max(List.of(createdAt, policy.attachedAt(), trust.lastWrite()));
    }

    private void create(Step.CreateRole step) throws CloudException {
        progress.step(messages.get("progress.create-role", step.roleName()));
        try {
            roles.create(step.roleName(), DESCRIPTION, step.trust().json());
            recordCreation(step);
        } catch (CloudException e) {
            if (e.kind() != Kind.ALREADY_EXISTS) {
                creationOpen = e.leavesOpen();
                throw TrustTooLong.explained(e, step.trust(), messages);
            }
            mergeIntoExisting(step);
        }
    }

    /** Handles a role that exists: the answer to our creation was lost, or another run created it first. */
    private void mergeIntoExisting(Step.CreateRole step) throws CloudException {
        if (trust.isNow(step.trust())) {
            recordCreation(step);
        }
        trust.carryOut(new TrustChange.Add(step.targets()), null);
    }

    private void recordCreation(Step.CreateRole step) {
        createdAt = clock.now();
        trust.createdWith(step.trust());
    }

    /** Whether it is not known if the trust was written, with the role or into it. */
    public boolean trustOpen() {
        return creationOpen || trust.open();
    }

    /** What was done with the role, for the report. */
    public RoleAction roleAction(@Nullable RoleState before) {
        if (before == null) {
            return RoleAction.NOT_NEEDED;
        }
        if (created()) {
            return RoleAction.CREATED;
        }
        if (policy.done()) {
            return RoleAction.UPDATED;
        }
        return creationOpen || policy.open() ? RoleAction.NOT_KNOWN : RoleAction.UNCHANGED;
    }
}
