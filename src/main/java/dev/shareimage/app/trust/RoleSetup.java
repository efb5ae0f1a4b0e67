package dev.shareimage.app.trust;

import dev.shareimage.app.Progress;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
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
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of a plan that concern the role: creates it, attaches its policy, changes its trust. */
public final class RoleSetup {

    private static final String DESCRIPTION =
            "Lets ECS use keys for encrypted images that are shared with other accounts";

    private static final int MAX_READS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** The status of targets for which a share was sent. The share may be in effect although nothing confirmed it. */
    private static final Set<TargetStatus> IN_EFFECT =
            EnumSet.of(TargetStatus.SHARED, TargetStatus.PENDING, TargetStatus.FAILED);

    private final Roles roles;
    private final RunClock clock;
    private final TrustWriter writer;
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
        this.clock = run.clock();
        this.progress = progress;
        this.writer = new TrustWriter(roles, clock, run.lock(), run.messages(), progress);
    }

    /** Carries out the steps. After a failure, {@link #created} and {@link #attached} say which steps were done. */
    public void carryOut(Plan plan) throws CloudException {
        carryOut(plan, null);
    }

    /**
     * Carries out the steps.
     *
     * @param observed the trust policy that the plan was made for; it is read again if this is null or too old
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

    /** Confirms that no concurrent writer overwrote the trust. */
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
     * Confirms the trust while images are being shared, and reads it once more if sharing took longer. A run that prunes
     * trust sees only the shares that exist when the settle time after its write is over.
     *
     * @param results what became of the targets so far
     * @param counted the trust that the shares need, or null if it may not be read or changed
     */
    public void confirmBeside(
            List<CompletableFuture<Void>> shares,
            Supplier<? extends Collection<TargetResult>> results,
            @Nullable TrustChange counted)
            throws CloudException {
        CompletableFuture<Instant> ended = CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new))
                .thenApply(all -> clock.now());
        try {
            confirm();
        } finally {
            Parallel.awaitAll(shares);
        }
        boolean shared = results.get().stream().anyMatch(result -> IN_EFFECT.contains(result.status()));
        boolean late = !clock.settle().isZero() && Parallel.await(ended).isAfter(assuredUntil);
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

    /** Adds the trust again that this run had removed. */
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

    /** Whether this run may have written the trust policy, even if the answer was lost. */
    public boolean triedTrust() {
        return writer.lastWrite().isAfter(Instant.MIN);
    }

    /** The time when this run last wrote the role or its trust; {@code Instant.MIN} if it did not. */
    Instant lastWrite() {
        Instant trust = writer.lastWrite();
        return trust.isAfter(touched) ? trust : touched;
    }

    /** The current policy, or null if it was not changed. */
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

    /** Handles a role that exists: the answer to our creation was lost, or another run created it first. */
    private void alreadyThere(Step.CreateRole step) throws CloudException {
        if (writer.read().equals(step.trust())) {
            created(step);
        }
        changeTrust(new TrustChange.Add(step.targets()), null);
    }

    /** Records the creation. Another writer can change the new role only after now, because it must read it first. */
    private void created(Step.CreateRole step) {
        created = true;
        touched = clock.now();
        written = Written.nothing(step.trust(), clock.now());
        assuredUntil = written.at().plus(clock.settle());
    }

    /** Attaches the policy. A role that was created a moment ago may not be visible everywhere yet. */
    private void attach(Step.AttachPolicy step) throws CloudException {
        progress.step(run.messages().get("progress.attach-policy", step.policy().name()));
        Backoff backoff = new Backoff(Duration.ofMillis(300));
        for (int attempt = 1; !attached; attempt++) {
            try {
                roles.attach(step.roleName(), step.policy());
                attached = true;
                touched = clock.now();
            } catch (CloudException e) {
                boolean unseen = e.code().equals("EntityNotExist.Role") && attempt < 6;
                if (!unseen) {
                    throw e;
                }
                progress.step(run.messages().get("progress.wait-role", "AttachPolicyToRole"));
                clock.pause(backoff.next(), "AttachPolicyToRole");
            }
        }
    }

    /**
     * Whether the role's policies include the one that was attached. Reads them again with growing pauses, because reads
     * lag behind writes.
     *
     * @throws CloudException of kind {@code UNAVAILABLE} if they do not include it
     */
    public boolean policyShows() throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE);
        for (int attempt = 1; attached; attempt++) {
            if (policies().contains(RoleState.KMS_ACCESS)) {
                return true;
            }
            if (attempt == MAX_READS) {
                throw new CloudException(
                        Kind.UNAVAILABLE,
                        "ListPoliciesForRole",
                        "PolicyNotConfirmed",
                        "the cloud took the policy without an error, but the role does not show it");
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

    private void changeTrust(TrustChange wanted, @Nullable Observed observed) throws CloudException {
        progress.step(run.messages().get("progress.change-trust", ShareService.ROLE));
        change = wanted;
        written = writer.write(wanted, observed);
    }

    /** What was done with the role, for the report. */
    public RoleAction roleAction(@Nullable RoleState before) {
        if (before == null) {
            return RoleAction.NOT_NEEDED;
        }
        if (created) {
            return RoleAction.CREATED;
        }
        return attached ? RoleAction.UPDATED : RoleAction.UNCHANGED;
    }
}
