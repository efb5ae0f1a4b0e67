package dev.shareimage.app.run;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.PolicyResult;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.Report.TrustResult;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes reports from results and plans. */
public final class Reports {

    private final RunContext run;

    public Reports(RunContext run) {
        this.run = run;
    }

    public Report of(
            Status status,
            @Nullable RegionId region,
            ReadResult<CallerIdentity> caller,
            List<Finding> findings,
            RoleResult role,
            TrustResult trust,
            List<PolicyResult> policies,
            List<ImageResult> images,
            List<String> notes,
            @Nullable Failure failure) {
        return new Report(
                status,
                region,
                caller.known().map(CallerIdentity::account).orElse(null),
                findings,
                role,
                trust,
                policies,
                images,
                run.cloud().calls(),
                notes,
                failure);
    }

    /** What the plan would do with the role. */
    public static RoleResult plannedRole(Plan plan, @Nullable RoleState before) {
        boolean touched = plan.steps().stream()
                .anyMatch(step -> step instanceof Step.CreateRole || step instanceof Step.AttachPolicy);
        return new RoleResult(ShareService.ROLE, touched ? RoleAction.PLANNED : untouched(before));
    }

    /** What the plan would do with the trust policy. */
    public static TrustResult plannedTrust(Plan plan, @Nullable RoleState before) {
        Optional<TrustPolicy> after = after(plan);
        if (after.isPresent()) {
            return trust(RoleAction.PLANNED, trustOf(before), after.get());
        }
        TrustPolicy now = before == null ? null : before.trust();
        return new TrustResult(untouched(before), List.of(), List.of(), now == null ? null : now.document());
    }

    /**
     * What was done with the trust policy.
     *
     * @param open whether it is not known if it was written
     */
    public static TrustResult doneTrust(
            @Nullable RoleState before, @Nullable TrustPolicy after, boolean wrote, boolean open) {
        if (before == null) {
            return new TrustResult(RoleAction.NOT_NEEDED, List.of(), List.of(), null);
        }
        if (open && !wrote) {
            return new TrustResult(RoleAction.NOT_KNOWN, List.of(), List.of(), null);
        }
        TrustPolicy was = trustOf(before);
        if (after == null || !wrote) {
            TrustPolicy now = after == null ? before.trust() : after;
            return new TrustResult(RoleAction.UNCHANGED, List.of(), List.of(), now == null ? null : now.document());
        }
        return trust(RoleAction.UPDATED, was, after);
    }

    private static RoleAction untouched(@Nullable RoleState before) {
        return before == null ? RoleAction.NOT_NEEDED : RoleAction.UNCHANGED;
    }

    private static TrustResult trust(RoleAction action, TrustPolicy before, TrustPolicy after) {
        return new TrustResult(action, before.addedBy(after), after.addedBy(before), after.document());
    }

    private static TrustPolicy trustOf(@Nullable RoleState state) {
        return state == null || state.trust() == null ? TrustPolicy.empty() : state.trust();
    }

    /** The trust policy after all steps. */
    private static Optional<TrustPolicy> after(Plan plan) {
        Optional<TrustPolicy> after = Optional.empty();
        for (Step step : plan.steps()) {
            if (step instanceof Step.CreateRole create) {
                after = Optional.of(create.trust());
            } else if (step instanceof Step.ChangeTrust change) {
                after = Optional.of(change.after());
            }
        }
        return after;
    }

    /** Why nothing may be changed: the failed checks. */
    public Failure blocked(List<Finding> findings) {
        List<Finding> failed = findings.stream().filter(Finding::failed).toList();
        return new Failure(
                Kind.REFUSED,
                Failure.PRECONDITION,
                run.messages()
                        .get(
                                "failure.precondition",
                                failed.size(),
                                failed.get(0).message()),
                null,
                failed.get(0).fix());
    }

    /** The status of a run, from the results of its targets. */
    public static Status status(List<TargetResult> results, boolean changed) {
        boolean anyDone = results.stream().anyMatch(result -> result.status().isDone());
        boolean anyOpen = results.stream().anyMatch(result -> !result.status().isDone());
        if (anyOpen) {
            return anyDone ? Status.PARTIAL : Status.FAILED;
        }
        return changed ? Status.SUCCEEDED : Status.UNCHANGED;
    }

    /** The first failure of the targets, or null. */
    public static @Nullable Failure firstFailure(List<TargetResult> results) {
        return results.stream()
                .map(TargetResult::error)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
