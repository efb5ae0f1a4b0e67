package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.trust.ObservedTrust;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.app.trust.PruningRun;
import dev.shareimage.app.trust.RolePropagation;
import dev.shareimage.app.trust.RoleSetup;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes who has the images of any number of regions. {@code share}, {@code unshare} and {@code apply} are cases of
 * it.
 *
 * <p>Role, policy and trust are set up once for all images. Then each image is first unshared and then shared. Trust
 * that nobody needs any more is removed last.
 */
final class SharingProposal implements Proposal {

    private final RunContext run;
    private final SharingState state;
    private final Pruning pruning;
    private final Instant asked;
    private final Copies copies;
    private final boolean blocked;
    private final List<Step> setup;
    private final List<ImageChange> changes;
    private final Plan plan;
    private final TargetResults results = new TargetResults();
    private final SharingReporter reporter;

    /**
     * @param pruning the trust that nobody will need
     * @param asked the time when reading of the state started
     * @param incomplete why there may be more images than in the state, or null
     * @param copies the copies that are still to be made or finished
     */
    SharingProposal(
            RunContext run,
            SharingState state,
            List<Finding> findings,
            Pruning pruning,
            Instant asked,
            @Nullable Failure incomplete,
            Copies copies) {
        this.run = run;
        this.state = state;
        this.pruning = pruning;
        this.asked = asked;
        this.copies = copies;
        this.reporter = new SharingReporter(run, state, findings, pruning, incomplete, copies, results);
        this.blocked = findings.stream().anyMatch(Finding::failed);
        this.setup = blocked ? List.of() : setup(state);
        this.changes = blocked ? List.of() : ImageChange.of(state);
        this.plan = new Plan(blocked ? List.of() : steps());
        openResults(blocked ? TargetStatus.NOT_TRIED : null);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Report preview() {
        return reporter.planned(plan, blocked);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!copies.isEmpty() || changes.stream().anyMatch(change -> change.share() != null)) {
            warnings.add(run.messages().get("warning.data"));
        }
        if (!copies.isEmpty()) {
            warnings.add(run.messages().get("warning.copy"));
        }
        if (changes.stream().anyMatch(change -> change.unshare() != null)) {
            warnings.add(run.messages().get("warning.unshare"));
        }
        return warnings;
    }

    @Override
    public Report apply(Progress progress) {
        if (blocked) {
            throw new IllegalStateException("a check failed");
        }
        openResults(TargetStatus.NOT_TRIED);
        RoleSetup trusted = new RoleSetup(run, progress);
        RoleSetup pruned = new RoleSetup(run, progress);
        Failure failure = null;
        Pruning late = pruning;
        try {
            trusted.carryOut(new Plan(setup), observedTrust());
            trusted.trust().confirmBeside(start(trusted, progress), reporter::ended, standingTrust());
            if (Reports.firstFailure(reporter.ended()) == null) {
                late = new PruningRun(pruned).carryOut(pruning);
            }
        } catch (CloudException e) {
            failure = new FailureDescriber(run.messages()).of(e);
        }
        boolean cutOff = failure != null || Reports.firstFailure(reporter.ended()) != null;
        if (cutOff && results.any(TargetStatus.UNSHARED) && !pruned.trust().tried()) {
            remarkUnfinished();
        }
        return reporter.done(plan, trusted, pruned, late, failure);
    }

    private List<CompletableFuture<Void>> start(RoleSetup trusted, Progress progress) {
        Supplier<Instant> roleWritten = RolePropagation.lastWrite(trusted, state.role(), run.clock());
        List<CompletableFuture<Void>> started =
                new ArrayList<>(new ImageChanges(run, changes, results, progress).start(state.named(), roleWritten));
        started.add(copies.start(roleWritten, progress));
        return started;
    }

    /** One change of the trust for all images; none if the role may not be read or changed. */
    private static List<Step> setup(SharingState state) {
        RoleState role = state.role();
        List<ShareTarget> targets = state.keyTargets();
        return role == null || targets.isEmpty() ? List.of() : Planner.setup(role, targets, TrustPolicy.of(targets));
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>(setup);
        changes.forEach(change -> change.steps().forEach(steps::add));
        steps.addAll(copies.steps());
        steps.addAll(pruning.steps());
        return steps;
    }

    /** @param open the first status of targets that are to be changed; null for planned ones */
    private void openResults(@Nullable TargetStatus open) {
        copies.open(Objects.requireNonNullElse(open, TargetStatus.PLANNED));
        TargetStatus removal = state.named() ? TargetStatus.PLANNED : TargetStatus.PLANNED_REMOVAL;
        for (ImageState image : state.images()) {
            TargetStatus coming = Objects.requireNonNullElse(open, TargetStatus.PLANNED);
            results.open(image.ref(), state.wanted(image), TargetStatus.ALREADY_SHARED);
            results.open(image.ref(), state.missing(image), coming);
            for (ShareTarget target : state.leaving(image)) {
                TargetStatus going = Objects.requireNonNullElse(open, removal);
                results.open(
                        image.ref(),
                        List.of(target),
                        ImageChange.holds(image, target) ? going : TargetStatus.NOT_SHARED);
            }
        }
    }

    /** The trust policy that was read; null if there is none. */
    private @Nullable ObservedTrust observedTrust() {
        RoleState role = state.role();
        return role == null || role.trust() == null ? null : new ObservedTrust(role.trust(), asked);
    }

    /** The trust that the shares need; null if it may not be read or changed. */
    private @Nullable TrustChange standingTrust() {
        List<ShareTarget> targets = state.keyTargets();
        RoleState role = state.role();
        return role != null && (role.missing() || role.trust() != null) && !targets.isEmpty()
                ? new TrustChange.Add(targets, role.membership())
                : null;
    }

    private void remarkUnfinished() {
        changes.stream()
                .filter(change -> change.unshare() != null)
                .flatMap(change -> pruning.unfinished(run.messages(), change.image()).stream())
                .findFirst()
                .ifPresent(results::remark);
    }
}
