package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.ShareService.ShareRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.checks.TargetArguments;
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
    private final ObservedState situation;
    private final List<Finding> findings;
    private final Instant asked;
    private final Plan plan;
    private final TargetResults ledger = new TargetResults();

    /**
     * @param asked when the survey of the situation began
     */
    ShareProposal(
            RunContext run, ShareRequest request, ObservedState situation, List<Finding> findings, Instant asked) {
        this.run = run;
        this.reports = new Reports(run);
        this.request = request;
        this.situation = situation;
        this.findings = findings;
        this.asked = asked;
        boolean blocked = findings.stream().anyMatch(Finding::failed);
        this.plan = blocked ? new Plan(List.of()) : makePlan(request, situation);
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
                situation,
                findings,
                Reports.plannedRole(plan, situation.role()),
                Reports.plannedTrust(plan, situation.role()),
                List.of(),
                ledger.images(situation.images()),
                List.of(),
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
            setup.confirmBeside(startShares(setup, progress), ledger, standingTrust());
        } catch (CloudException e) {
            failure = new FailureDescriber(run.messages()).of(e);
        }
        return report(setup, failure);
    }

    private static Plan makePlan(ShareRequest request, ObservedState situation) {
        List<Step> steps = new ArrayList<>();
        if (request.setup() && situation.role() != null) {
            steps.addAll(Planner.setup(situation.role(), situation.targets(), TrustPolicy.of(situation.targets())));
        }
        for (ImageState image : situation.images()) {
            List<ShareTarget> missing = Planner.missing(image, situation.targets());
            if (!missing.isEmpty()) {
                steps.add(new Step.ShareImage(image.id(), missing));
            }
        }
        return new Plan(steps);
    }

    private void openCollectors(TargetStatus status) {
        for (ImageState image : situation.images()) {
            for (ShareTarget target : situation.targets()) {
                boolean has = Planner.has(image, target);
                ledger.open(image.id(), List.of(target), has ? TargetStatus.ALREADY_SHARED : status);
            }
        }
    }

    /** The trust policy that was read; null where there is none. */
    private @Nullable Observed observedTrust() {
        RoleState role = situation.role();
        return role == null || role.trust() == null ? null : new Observed(role.trust(), asked);
    }

    /** The trust that the shares need; null where it may not be read or touched. */
    private @Nullable TrustChange standingTrust() {
        RoleState role = situation.role();
        return request.setup() && role != null && (role.missing() || role.trust() != null)
                ? new TrustChange.Add(situation.targets(), role.membership())
                : null;
    }

    private List<CompletableFuture<Void>> startShares(RoleSetup setup, Progress progress) {
        Supplier<Instant> roleWritten = RolePropagation.lastWrite(setup, situation.role(), run.timing());
        ImageSteps images = new ImageSteps(run, situation.region(), ledger, progress);
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
        boolean complete = ledger.with(step.image(), TargetStatus.SHARED).containsAll(step.targets());
        return run.messages().get(complete ? "progress.shared" : "progress.incomplete", step.image());
    }

    /** Trust comes first, so that it stands when the cloud then refuses the share. */
    private List<String> notes(RoleSetup setup) {
        List<ShareTarget> left = new ArrayList<>();
        if (setup.created() || setup.wroteTrust()) {
            situation.targets().stream().filter(this::isUnknown).forEach(left::add);
        }
        return left.isEmpty()
                ? List.of()
                : List.of(run.messages().get("note.trust-left", left.size(), TargetArguments.of(left)));
    }

    /** Whether the cloud does not know the target, so that repeating the run does not bring the images to it either. */
    private boolean isUnknown(ShareTarget target) {
        return situation.images().stream()
                .map(image -> ledger.failure(image.id(), target))
                .allMatch(failure -> failure != null
                        && (failure.kind() == CloudException.Kind.NOT_FOUND
                                || failure.code().startsWith("InvalidTarget")));
    }

    private Report report(RoleSetup setup, @Nullable Failure failure) {
        List<Report.TargetResult> results = ledger.all();
        Status status = Reports.status(results, !plan.isEmpty());
        if (failure != null && status != Status.PARTIAL) {
            status = Status.FAILED;
        }
        return reports.of(
                status,
                situation,
                findings,
                new RoleResult(ShareService.ROLE, setup.roleAction(situation.role())),
                Reports.doneTrust(situation.role(), setup.trust(), setup.created() || setup.wroteTrust()),
                List.of(),
                ledger.images(situation.images()),
                notes(setup),
                failure == null ? Reports.firstFailure(results) : failure);
    }
}
