package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.Report.TrustResult;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.ShareService.ApplyRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.query.DirectoryNotes;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.share.ImageSteps;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ManifestState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.app.trust.RolePropagation;
import dev.shareimage.app.trust.RoleSetup;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the images of a manifest what it says.
 *
 * <p>The role is set up for everybody at once; then each image is taken away from whom the manifest does not name and given
 * to whom it does, in that order, for an image must not be shared both ways in between; the trust that nobody needs any
 * more goes last.
 */
final class ApplyProposal implements Proposal {

    private final RunContext run;
    private final Reports reports;
    private final ApplyRequest request;
    private final ManifestState state;
    private final List<Finding> findings;
    private final Pruning pruning;
    private final List<Step> setup;
    private final List<ImageChange> changes;
    private final Plan plan;
    private final TargetResults targetResults = new TargetResults();

    /**
     * @param pruning what of the trust nobody will need
     */
    ApplyProposal(RunContext run, ApplyRequest request, ManifestState state, List<Finding> findings, Pruning pruning) {
        this.run = run;
        this.reports = new Reports(run);
        this.request = request;
        this.state = state;
        this.findings = findings;
        this.pruning = pruning;
        this.setup = blocked() ? List.of() : setup(request, state);
        this.changes = blocked() ? List.of() : changes(request, state);
        List<Step> steps = new ArrayList<>(setup);
        changes.forEach(change -> steps.addAll(change.steps()));
        steps.addAll(pruning.steps());
        this.plan = new Plan(steps);
        openCollectors(
                blocked() ? TargetStatus.NOT_TRIED : TargetStatus.PLANNED,
                blocked() ? TargetStatus.NOT_TRIED : TargetStatus.PLANNED_REMOVAL);
    }

    /** What happens to one image; either step may be missing, not both. */
    private record ImageChange(
            ObservedState region, Step.@Nullable UnshareImage unshare, Step.@Nullable ShareImage share) {

        List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            if (unshare != null) {
                steps.add(unshare);
            }
            if (share != null) {
                steps.add(share);
            }
            return steps;
        }
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Report preview() {
        Status status = blocked() ? Status.FAILED : changesNothing() ? Status.UNCHANGED : Status.PLANNED;
        return report(
                status,
                Reports.plannedRole(plan, state.role()),
                Reports.plannedTrust(plan, state.role()),
                notes(),
                blocked() ? reports.blocked(findings) : null);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (changes.stream().anyMatch(change -> change.share() != null)) {
            warnings.add(run.messages().get("warning.data"));
        }
        if (changes.stream().anyMatch(change -> change.unshare() != null)) {
            warnings.add(run.messages().get("warning.unshare"));
        }
        return warnings;
    }

    @Override
    public Report apply(Progress progress) {
        if (blocked()) {
            throw new IllegalStateException("a check failed");
        }
        openCollectors(TargetStatus.NOT_TRIED, TargetStatus.NOT_TRIED);
        RoleSetup trusted = new RoleSetup(run, progress);
        RoleSetup pruned = new RoleSetup(run, progress);
        Failure failure = null;
        Pruning late = pruning;
        try {
            trusted.carryOut(new Plan(setup));
            trusted.confirmBeside(start(trusted, progress), targetResults::all, standingTrust());
            if (Reports.firstFailure(targetResults.all()) == null) {
                late = pruning.carryOut(pruned);
            }
        } catch (CloudException e) {
            failure = new FailureDescriber(run.messages()).of(e);
        }
        boolean cutOff = failure != null || Reports.firstFailure(targetResults.all()) != null;
        if (cutOff && targetResults.any(TargetStatus.UNSHARED) && !pruned.triedTrust()) {
            changes.stream()
                    .flatMap(change -> Stream.ofNullable(change.unshare())
                            .flatMap(unshare ->
                                    pruning
                                            .unfinished(
                                                    run.messages(),
                                                    change.region().region(),
                                                    unshare.image())
                                            .stream()))
                    .findFirst()
                    .ifPresent(targetResults::remark);
        }
        return done(trusted, pruned, late.notes(), failure);
    }

    private boolean blocked() {
        return findings.stream().anyMatch(Finding::failed);
    }

    /** One change of the trust for all images. */
    private static List<Step> setup(ApplyRequest request, ManifestState state) {
        RoleState role = state.role();
        List<ShareTarget> targets = state.keyTargets();
        return !request.setup() || role == null || targets.isEmpty()
                ? List.of()
                : Planner.setup(role, targets, TrustPolicy.of(targets));
    }

    private static List<ImageChange> changes(ApplyRequest request, ManifestState state) {
        List<ImageChange> changes = new ArrayList<>();
        for (ObservedState region : state.regions()) {
            for (ImageState image : region.images()) {
                List<ShareTarget> leaving = request.prune() ? state.unwanted(image) : List.of();
                List<ShareTarget> missing = Planner.missing(image, state.wanted(image));
                Step.UnshareImage unshare = leaving.isEmpty() ? null : new Step.UnshareImage(image.id(), leaving);
                Step.ShareImage share = missing.isEmpty() ? null : new Step.ShareImage(image.id(), missing);
                if (unshare != null || share != null) {
                    changes.add(new ImageChange(region, unshare, share));
                }
            }
        }
        return changes;
    }

    private void openCollectors(TargetStatus missing, TargetStatus leaving) {
        for (ImageState image : state.images()) {
            for (ShareTarget target : state.wanted(image)) {
                boolean has = Planner.has(image, target);
                targetResults.open(image.id(), List.of(target), has ? TargetStatus.ALREADY_SHARED : missing);
            }
            if (request.prune()) {
                targetResults.open(image.id(), state.unwanted(image), leaving);
            }
        }
    }

    /** The trust that the shares need; null where it may not be read or touched. */
    private @Nullable TrustChange standingTrust() {
        List<ShareTarget> targets = state.keyTargets();
        RoleState role = state.role();
        boolean readable = role != null && (role.missing() || role.trust() != null);
        return request.setup() && role != null && readable && !targets.isEmpty()
                ? new TrustChange.Add(targets, role.membership())
                : null;
    }

    private List<CompletableFuture<Void>> start(RoleSetup trusted, Progress progress) {
        Supplier<Instant> roleWritten = RolePropagation.lastWrite(trusted, state.role(), run.timing());
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<Void>> started = new ArrayList<>();
        for (ImageChange change : changes) {
            started.add(carryOut(change, roleWritten, progress)
                    .thenRun(() -> progress.advance(
                            run.messages().get("progress.applied"), done.incrementAndGet(), changes.size())));
        }
        return started;
    }

    /** What could not be taken away may forbid what is to be given, so that waits for the next run. */
    private CompletableFuture<Void> carryOut(ImageChange change, Supplier<Instant> roleWritten, Progress progress) {
        ImageSteps images = new ImageSteps(run, change.region().region(), targetResults, progress);
        Step.ShareImage share = change.share();
        CompletableFuture<Void> unshared =
                change.unshare() == null ? CompletableFuture.completedFuture(null) : images.unshare(change.unshare());
        if (share == null) {
            return unshared;
        }
        return unshared.thenCompose(taken ->
                stillHeld(change) ? CompletableFuture.completedFuture(null) : images.share(share, roleWritten));
    }

    private boolean stillHeld(ImageChange change) {
        Step.UnshareImage unshare = change.unshare();
        return unshare != null
                && unshare.targets().stream()
                        .anyMatch(target -> !targetResults
                                        .with(unshare.image(), TargetStatus.UNSHARED)
                                        .contains(target)
                                && !targetResults
                                        .with(unshare.image(), TargetStatus.NOT_SHARED)
                                        .contains(target));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(pruning.notes());
        if (request.prune()) {
            notes.addAll(new DirectoryNotes(run.messages()).unread(state.images()));
        }
        if (state.role() != null) {
            UnseenRole.note(state.role(), Planner.keyNewcomers(state), run.messages())
                    .ifPresent(notes::add);
        }
        notes.addAll(targetResults.remarks());
        return notes;
    }

    private Report done(RoleSetup trusted, RoleSetup pruned, List<String> late, @Nullable Failure failure) {
        List<Report.TargetResult> results = targetResults.all();
        Status status = Reports.status(results, !plan.isEmpty());
        if (failure != null && status != Status.PARTIAL) {
            status = Status.FAILED;
        }
        TrustPolicy after = pruned.trust() == null ? trusted.trust() : pruned.trust();
        TrustResult trust = Reports.doneTrust(
                state.role(), after, trusted.created() || trusted.wroteTrust() || pruned.wroteTrust());
        return report(
                status,
                new RoleResult(ShareService.ROLE, trusted.roleAction(state.role())),
                trust,
                Stream.concat(notes().stream(), late.stream()).distinct().toList(),
                failure == null ? Reports.firstFailure(results) : failure);
    }

    private Report report(
            Status status, RoleResult role, TrustResult trust, List<String> notes, @Nullable Failure failure) {
        return reports.of(
                status,
                state.onlyRegion(),
                state.caller(),
                findings,
                role,
                trust,
                List.of(),
                targetResults.images(state.images()),
                notes,
                failure);
    }
}
