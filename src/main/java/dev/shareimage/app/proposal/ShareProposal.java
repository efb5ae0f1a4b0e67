package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.ShareService.ShareRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.share.ImageSteps;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.RolePropagation;
import dev.shareimage.app.trust.RoleSetup;
import dev.shareimage.app.trust.TrustWriter.Observed;
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
import org.jspecify.annotations.Nullable;

/** Gives images to targets: role, policy and trust first, then the shares, then the read-back. */
final class ShareProposal implements Proposal {

    private final RunContext run;
    private final Reports reports;
    private final ShareRequest request;
    private final ObservedState state;
    private final List<Finding> findings;
    private final Instant asked;
    private final Plan plan;
    private final TargetResults targetResults = new TargetResults();

    /**
     * @param asked when reading of the state began
     */
    ShareProposal(RunContext run, ShareRequest request, ObservedState state, List<Finding> findings, Instant asked) {
        this.run = run;
        this.reports = new Reports(run);
        this.request = request;
        this.state = state;
        this.findings = findings;
        this.asked = asked;
        boolean blocked = findings.stream().anyMatch(Finding::failed);
        this.plan = blocked ? new Plan(List.of()) : makePlan(request, state);
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
                Reports.plannedRole(plan, state.role()),
                Reports.plannedTrust(plan, state.role()),
                List.of(),
                targetResults.images(state.images()),
                unseenRole(),
                blocked ? reports.blocked(findings) : null);
    }

    @Override
    public List<String> warnings() {
        boolean shares = plan.steps().stream().anyMatch(Step.ShareImage.class::isInstance);
        return shares ? List.of(run.messages().get("warning.data")) : List.of();
    }

    @Override
    public Report apply(Progress progress) {
        if (findings.stream().anyMatch(Finding::failed)) {
            throw new IllegalStateException("a check failed");
        }
        openCollectors(TargetStatus.NOT_TRIED);
        RoleSetup setup = new RoleSetup(run, progress);
        Failure failure = null;
        try {
            setup.carryOut(plan, observedTrust());
            setup.confirmBeside(startShares(setup, progress), targetResults::all, standingTrust());
        } catch (CloudException e) {
            failure = new FailureDescriber(run.messages()).of(e);
        }
        return report(setup, failure);
    }

    private static Plan makePlan(ShareRequest request, ObservedState state) {
        List<Step> steps = new ArrayList<>();
        if (request.setup() && state.role() != null) {
            steps.addAll(Planner.setup(state.role(), state.targets(), TrustPolicy.of(state.targets())));
        }
        for (ImageState image : state.images()) {
            List<ShareTarget> missing = Planner.missing(image, state.targets());
            if (!missing.isEmpty()) {
                steps.add(new Step.ShareImage(image.id(), missing));
            }
        }
        return new Plan(steps);
    }

    private void openCollectors(TargetStatus status) {
        for (ImageState image : state.images()) {
            for (ShareTarget target : state.targets()) {
                boolean has = Planner.has(image, target);
                targetResults.open(image.id(), List.of(target), has ? TargetStatus.ALREADY_SHARED : status);
            }
        }
    }

    /** The trust policy that was read; null where there is none. */
    private @Nullable Observed observedTrust() {
        RoleState role = state.role();
        return role == null || role.trust() == null ? null : new Observed(role.trust(), asked);
    }

    /** The trust that the shares need; null where it may not be read or touched. */
    private @Nullable TrustChange standingTrust() {
        RoleState role = state.role();
        return request.setup() && role != null && (role.missing() || role.trust() != null)
                ? new TrustChange.Add(state.targets(), role.membership())
                : null;
    }

    private List<CompletableFuture<Void>> startShares(RoleSetup setup, Progress progress) {
        Supplier<Instant> roleWritten = RolePropagation.lastWrite(setup, state.role(), run.timing());
        ImageSteps images = new ImageSteps(run, state.region(), targetResults, progress);
        List<Step.ShareImage> steps = plan.steps().stream()
                .filter(Step.ShareImage.class::isInstance)
                .map(Step.ShareImage.class::cast)
                .toList();
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<Void>> started = new ArrayList<>();
        for (Step.ShareImage step : steps) {
            progress.step(run.messages()
                    .get("progress.share", step.image(), step.targets().size()));
            started.add(images.share(step, roleWritten)
                    .thenRun(() -> progress.advance(ended(step), done.incrementAndGet(), steps.size())));
        }
        return started;
    }

    private String ended(Step.ShareImage step) {
        boolean complete = targetResults.with(step.image(), TargetStatus.SHARED).containsAll(step.targets());
        return run.messages().get(complete ? "progress.shared" : "progress.incomplete", step.image());
    }

    /** Trust comes first, so that it stands when the cloud then refuses the share. */
    private List<String> notes(RoleSetup setup) {
        List<ShareTarget> left = new ArrayList<>();
        if (setup.created() || setup.wroteTrust()) {
            state.targets().stream().filter(this::isUnknown).forEach(left::add);
        }
        List<String> notes = new ArrayList<>(unseenRole());
        if (!left.isEmpty()) {
            notes.add(run.messages().get("note.trust-left", left.size(), TargetArguments.of(left)));
        }
        return notes;
    }

    private List<String> unseenRole() {
        RoleState role = state.role();
        return role == null
                ? List.of()
                : UnseenRole.note(role, state.targets(), run.messages()).stream()
                        .toList();
    }

    /** Whether the cloud does not know the target, so that repeating the run does not bring the images to it either. */
    private boolean isUnknown(ShareTarget target) {
        return state.images().stream()
                .map(image -> targetResults.failure(image.id(), target))
                .allMatch(failure -> failure != null
                        && (failure.kind() == CloudException.Kind.NOT_FOUND
                                || failure.code().startsWith("InvalidTarget")));
    }

    private Report report(RoleSetup setup, @Nullable Failure failure) {
        List<Report.TargetResult> results = targetResults.all();
        Status status = Reports.status(results, !plan.isEmpty());
        if (failure != null && status != Status.PARTIAL) {
            status = Status.FAILED;
        }
        return reports.of(
                status,
                state,
                findings,
                new RoleResult(ShareService.ROLE, setup.roleAction(state.role())),
                Reports.doneTrust(state.role(), setup.trust(), setup.created() || setup.wroteTrust()),
                List.of(),
                targetResults.images(state.images()),
                notes(setup),
                failure == null ? Reports.firstFailure(results) : failure);
    }
}
