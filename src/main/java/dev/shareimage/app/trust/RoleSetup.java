package dev.shareimage.app.trust;

import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.TrustWriter.Observed;
import dev.shareimage.app.trust.TrustWriter.Written;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries out the part of a plan that concerns the role: create it, attach its policy, change its trust. */
public final class RoleSetup {

    private static final String DESCRIPTION =
            "Lets ECS use keys for encrypted images that are shared with other accounts";

    private static final int LOOKS = 6;
    private static final Duration FIRST_LOOK = Duration.ofMillis(200);

    private final Roles roles;
    private final RunClock timing;
    private final TrustWriter writer;
    /** Of targets for which a share was sent: it may be in effect though nothing has confirmed it. */
    private static final Set<TargetStatus> IN_EFFECT =
            EnumSet.of(TargetStatus.SHARED, TargetStatus.PENDING, TargetStatus.FAILED);

    private final RunContext run;
    private final Progress progress;
    private @Nullable TrustChange change;
    private @Nullable Written written;
    private boolean created;
    private boolean attached;
    private Instant assuredUntil = Instant.MIN;
    private volatile Instant touched = Instant.MIN;

    public RoleSetup(RunContext run, Progress progress) {
        this.run = run;
        this.roles = run.cloud().roles();
        this.timing = run.timing();
        this.progress = progress;
        this.writer = new TrustWriter(roles, timing, run.lock(), run.messages(), progress);
    }

    /** Does it; after a failure, {@link #created} and {@link #attached} say how far it came. */
    public void carryOut(Plan plan) throws CloudException {
        carryOut(plan, null);
    }

    /**
     * The same.
     *
     * @param observed the trust policy that the plan was made for; read again where it is null, or too old
     */
    public void carryOut(Plan plan, @Nullable Observed observed) throws CloudException {
        for (Step step : plan.steps()) {
            if (step instanceof Step.CreateRole create) {
                create(create);
            } else if (step instanceof Step.AttachPolicy attach) {
                attach(attach);
            } else if (step instanceof Step.ChangeTrust trust) {
                changeTrust(trust.change(), observed);
            }
        }
    }

    /** Makes sure that no concurrent writer undid the trust. */
    public void confirm() throws CloudException {
        if (change != null && written != null) {
            try {
                stands(writer.confirm(change, written), written);
                assuredUntil = writer.lastLook();
            } catch (CloudException e) {
                if (e.code().equals(TrustWriter.CONTENDED)) {
                    stands(writer.read(), written);
                }
                throw e;
            }
        }
    }

    private void stands(TrustPolicy now, Written last) {
        written = new Written(last.replaced(), last.seen(), now, last.at(), last.wrote());
    }

    /**
     * Confirms the trust while images are shared, and looks once more where that took longer: a run that prunes looks for
     * shares until the settle time after its write is over, and not for those that come later.
     *
     * @param counted the trust that the shares need, or null where it may not be read or touched
     */
    public void confirmBeside(
            List<CompletableFuture<Void>> shares, TargetResults results, @Nullable TrustChange counted)
            throws CloudException {
        CompletableFuture<Instant> ended = CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new))
                .thenApply(all -> timing.clock().instant());
        try {
            confirm();
        } finally {
            Parallel.awaitAll(shares);
        }
        boolean shared = results.all().stream().anyMatch(result -> IN_EFFECT.contains(result.status()));
        boolean late = !timing.settle().isZero() && Parallel.await(ended).isAfter(assuredUntil);
        if (counted != null && shared && late) {
            change = counted;
            Written again = writer.write(counted);
            written = written == null || again.wrote() ? again : written;
            if (again.wrote()) {
                progress.step(run.messages().get("progress.trust-again"));
                confirm();
            }
        }
    }

    /** Trusts these again, whom this run had taken out. */
    void restore(List<ShareTarget> targets) throws CloudException {
        changeTrust(new TrustChange.Add(targets), null);
        confirm();
    }

    public boolean created() {
        return created;
    }

    public boolean attached() {
        return attached;
    }

    /** Whether an existing trust policy was written. */
    public boolean wroteTrust() {
        return change != null && written != null && written.wrote();
    }

    /** Whether the trust policy may have been written, be it that no answer came. */
    public boolean triedTrust() {
        return writer.lastWrite().isAfter(Instant.MIN);
    }

    /** When this run wrote the role or its trust for the last time; long ago when it did not. */
    Instant lastWrite() {
        Instant trust = writer.lastWrite();
        return trust.isAfter(touched) ? trust : touched;
    }

    /** The policy in force now, where it was changed. */
    @Nullable
    public TrustPolicy trust() {
        return written == null ? null : written.after();
    }

    private void create(Step.CreateRole step) throws CloudException {
        progress.step(run.messages().get("progress.create-role", step.roleName()));
        try {
            roles.create(step.roleName(), DESCRIPTION, step.trust().json());
            created(step);
        } catch (CloudException e) {
            if (e.kind() != Kind.ALREADY_EXISTS) {
                throw TrustTooLong.explained(e, step.trust(), run.messages());
            }
            alreadyThere(step);
        }
    }

    /** Either the first answer was lost and the role is ours, or another run was faster. */
    private void alreadyThere(Step.CreateRole step) throws CloudException {
        if (writer.read().equals(step.trust())) {
            created(step);
        }
        changeTrust(new TrustChange.Add(step.targets()), null);
    }

    /** Whoever takes something out of it has read it, and so no earlier than now. */
    private void created(Step.CreateRole step) {
        created = true;
        touched = timing.clock().instant();
        written = Written.nothing(step.trust(), timing.clock().instant());
        assuredUntil = written.at().plus(timing.settle());
    }

    /** A role that was created a moment ago may not be seen everywhere yet. */
    private void attach(Step.AttachPolicy step) throws CloudException {
        progress.step(run.messages().get("progress.attach-policy", step.policy().name()));
        Backoff backoff = new Backoff(Duration.ofMillis(300));
        for (int attempt = 1; !attached; attempt++) {
            try {
                roles.attach(step.roleName(), step.policy());
                attached = true;
                touched = timing.clock().instant();
            } catch (CloudException e) {
                boolean unseen = e.code().equals("EntityNotExist.Role") && attempt < 6;
                if (!unseen) {
                    throw e;
                }
                progress.step(run.messages().get("progress.wait-role", "AttachPolicyToRole"));
                timing.pause(backoff.next(), "AttachPolicyToRole");
            }
        }
    }

    /**
     * Whether the list of the role's policies shows the one that was attached; looked up again with growing pauses, as
     * reads lag behind writes.
     *
     * @throws CloudException of kind {@code UNAVAILABLE} where it does not
     */
    public boolean policyShows() throws CloudException {
        Backoff backoff = new Backoff(FIRST_LOOK);
        for (int attempt = 1; attached; attempt++) {
            if (policies().contains(RoleState.KMS_ACCESS)) {
                return true;
            }
            if (attempt == LOOKS) {
                throw new CloudException(
                        Kind.UNAVAILABLE,
                        "ListPoliciesForRole",
                        "PolicyNotConfirmed",
                        "the cloud took the policy without an error, but the role does not show it");
            }
            timing.pause(backoff.next(), "ListPoliciesForRole");
        }
        return false;
    }

    /** A role that was created a moment ago may not be seen everywhere yet. */
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

    private void changeTrust(TrustChange wanted, @Nullable Observed observed) throws CloudException {
        progress.step(run.messages().get("progress.change-trust", ShareService.ROLE));
        change = wanted;
        written = writer.write(wanted, observed);
    }

    /** How the role ended, for the report. */
    public String roleAction(@Nullable RoleState before) {
        if (before == null) {
            return "not-needed";
        }
        if (created) {
            return "created";
        }
        return attached ? "updated" : "unchanged";
    }
}
