package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.query.DirectoryNotes;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.share.ImageSteps;
import dev.shareimage.app.share.ShareNames;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.app.trust.RoleSetup;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes images away from targets, and then the trust that nobody needs any more. */
final class UnshareProposal implements Proposal {

    private final RunContext run;
    private final Reports reports;
    private final ObservedState state;
    private final List<Finding> findings;
    private final Map<ImageId, List<ShareTarget>> targets;
    private final Pruning pruning;
    private final Plan plan;
    private final TargetResults targetResults = new TargetResults();

    /**
     * @param targets whom each image is taken away from
     * @param pruning what of the trust nobody will need
     */
    UnshareProposal(
            RunContext run,
            ObservedState state,
            List<Finding> findings,
            Map<ImageId, List<ShareTarget>> targets,
            Pruning pruning) {
        this.run = run;
        this.reports = new Reports(run);
        this.state = state;
        this.findings = findings;
        this.targets = new LinkedHashMap<>(targets);
        this.pruning = pruning;
        boolean blocked = findings.stream().anyMatch(Finding::failed);
        this.plan = blocked ? new Plan(List.of()) : plan(state, targets, pruning);
        openCollectors(blocked ? TargetStatus.NOT_TRIED : TargetStatus.PLANNED);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Report preview() {
        boolean blocked = findings.stream().anyMatch(Finding::failed);
        Status status = blocked ? Status.FAILED : changesNothing() ? Status.UNCHANGED : Status.PLANNED;
        return reports.of(
                status,
                state,
                findings,
                Reports.plannedRole(plan, pruning.role()),
                Reports.plannedTrust(plan, pruning.role()),
                List.of(),
                targetResults.images(state.images()),
                notes(),
                blocked ? reports.blocked(findings) : null);
    }

    @Override
    public List<String> warnings() {
        boolean takes = plan.steps().stream().anyMatch(Step.UnshareImage.class::isInstance);
        return takes ? List.of(run.messages().get("warning.unshare")) : List.of();
    }

    @Override
    public Report apply(Progress progress) {
        if (findings.stream().anyMatch(Finding::failed)) {
            throw new IllegalStateException("a check failed");
        }
        openCollectors(TargetStatus.NOT_TRIED);
        RoleSetup setup = new RoleSetup(run, progress);
        Failure failure = null;
        Pruning late = pruning;
        try {
            Parallel.awaitAll(start(progress));
            if (Reports.firstFailure(targetResults.all()) == null) {
                late = pruning.carryOut(setup);
            }
        } catch (CloudException e) {
            failure = new FailureDescriber(run.messages()).of(e);
        }
        boolean cutOff = failure != null || Reports.firstFailure(targetResults.all()) != null;
        if (cutOff
                && targetResults.any(TargetStatus.UNSHARED)
                && !setup.triedTrust()
                && !state.images().isEmpty()) {
            pruning.unfinished(
                            run.messages(),
                            state.region(),
                            state.images().get(0).id())
                    .ifPresent(targetResults::remark);
        }
        return report(setup, late.notes(), failure);
    }

    private static Plan plan(ObservedState state, Map<ImageId, List<ShareTarget>> targets, Pruning pruning) {
        List<Step> steps = new ArrayList<>();
        for (ImageState image : state.images()) {
            List<ShareTarget> present = targets.getOrDefault(image.id(), List.of()).stream()
                    .filter(target -> holds(image, target))
                    .toList();
            if (!present.isEmpty()) {
                steps.add(new Step.UnshareImage(image.id(), present));
            }
        }
        steps.addAll(pruning.steps());
        return new Plan(steps);
    }

    /**
     * Of an account, the direct share alone can be taken away. Of a directory or folder, every association that has not
     * ended counts: it may come to life, and taking it out may fail. So does one that has ended in a share of ours where
     * nobody is left: a run that was cut off did not come to delete it.
     */
    private static boolean holds(ImageState image, ShareTarget target) {
        if (target instanceof ShareTarget.Account) {
            return Planner.has(image, target);
        }
        return image.entries().stream().anyMatch(entry -> entry.id().equals(target.id()))
                || image.liveTargets().isEmpty() && leftOver(image, target);
    }

    private static boolean leftOver(ImageState image, ShareTarget target) {
        return image.resourceShares().known().orElse(List.of()).stream()
                .anyMatch(ended -> ended.entityId().equals(target.id())
                        && ended.resourceShareName().equals(ShareNames.of(image.id())));
    }

    private void openCollectors(TargetStatus status) {
        for (ImageState image : state.images()) {
            for (ShareTarget target : targets.getOrDefault(image.id(), List.of())) {
                targetResults.open(
                        image.id(), List.of(target), holds(image, target) ? status : TargetStatus.NOT_SHARED);
            }
        }
    }

    private List<CompletableFuture<Void>> start(Progress progress) {
        ImageSteps images = new ImageSteps(run, state.region(), targetResults, progress);
        List<CompletableFuture<Void>> started = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.UnshareImage unshare) {
                progress.step(run.messages()
                        .get(
                                "progress.unshare",
                                unshare.image(),
                                unshare.targets().size()));
                started.add(images.unshare(unshare));
            }
        }
        return started;
    }

    private Report report(RoleSetup setup, List<String> late, @Nullable Failure failure) {
        List<Report.TargetResult> results = targetResults.all();
        Status status = Reports.status(results, !plan.isEmpty());
        if (failure != null && status != Status.PARTIAL) {
            status = Status.FAILED;
        }
        Set<String> notes = new LinkedHashSet<>(notes());
        notes.addAll(late);
        return reports.of(
                status,
                state,
                findings,
                new RoleResult(ShareService.ROLE, setup.roleAction(pruning.role())),
                Reports.doneTrust(pruning.role(), setup.trust(), setup.wroteTrust()),
                List.of(),
                targetResults.images(state.images()),
                List.copyOf(notes),
                failure == null ? Reports.firstFailure(results) : failure);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(pruning.notes());
        notes.addAll(new DirectoryNotes(run.messages()).unread(state.images()));
        notes.addAll(targetResults.remarks());
        state.images().forEach(image -> notes.addAll(stillEffective(image)));
        return notes;
    }

    /** The other ways in which an image stays reachable for those it is taken away from, or who never had it directly. */
    private List<String> stillEffective(ImageState image) {
        List<ShareTarget> gone = Stream.of(TargetStatus.PLANNED, TargetStatus.UNSHARED, TargetStatus.NOT_SHARED)
                .flatMap(status -> targetResults.with(image.id(), status).stream())
                .toList();
        if (gone.isEmpty()) {
            return List.of();
        }
        List<String> goneIds = gone.stream().map(ShareTarget::id).toList();
        List<String> notes = new ArrayList<>();
        image.liveTargets().stream()
                .filter(live -> !(goneIds.contains(live.entityId()) && isGroup(live)))
                .map(Association::entityId)
                .distinct()
                .forEach(id -> notes.add(run.messages().get("note.group-still", image.id(), id)));
        boolean groupGone = gone.stream().anyMatch(target -> !(target instanceof ShareTarget.Account));
        long accounts = image.sharedAccounts().stream()
                .filter(account -> !goneIds.contains(account.value()))
                .count();
        if (groupGone && accounts > 0) {
            notes.add(run.messages().get("note.accounts-still", image.id(), accounts));
        }
        return notes;
    }

    private static boolean isGroup(Association association) {
        return !(ShareTarget.ofId(association.entityId()) instanceof ShareTarget.Account);
    }
}
