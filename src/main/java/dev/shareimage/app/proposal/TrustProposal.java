package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.PolicyResult;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.RoleSetup;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the role or changes its trust. It concerns only RAM. */
final class TrustProposal implements Proposal {

    private final RunContext run;
    private final Reports reports;
    private final ObservedState state;
    private final RoleState role;
    private final List<Finding> findings;
    private final LossWarnings warnings;
    private final Plan plan;

    TrustProposal(
            RunContext run,
            ObservedState state,
            RoleState role,
            List<Finding> findings,
            List<Step> steps,
            LossWarnings warnings) {
        this.run = run;
        this.reports = new Reports(run);
        this.state = state;
        this.role = role;
        this.findings = findings;
        this.warnings = warnings;
        this.plan = new Plan(blocked() ? List.of() : steps);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public List<String> warnings() {
        return warnings.complete();
    }

    @Override
    public List<String> briefWarnings() {
        return warnings.brief();
    }

    @Override
    public Report preview() {
        Failure unread = changesNothing() ? unread() : null;
        Status status =
                blocked() || unread != null ? Status.FAILED : changesNothing() ? Status.UNCHANGED : Status.PLANNED;
        return reports.of(
                status,
                null,
                state.caller(),
                findings,
                Reports.plannedRole(plan, role),
                Reports.plannedTrust(plan, role),
                attaches() ? policy(RoleAction.PLANNED) : asRead(),
                List.of(),
                List.of(),
                blocked() ? reports.blocked(findings) : unread);
    }

    @Override
    public Report apply(Progress progress) {
        if (blocked()) {
            throw new IllegalStateException("a check failed");
        }
        RoleSetup setup = new RoleSetup(run, progress);
        Failure failure = null;
        boolean attached = false;
        try {
            setup.carryOut(plan);
            setup.trust().confirm();
            attached = setup.policy().confirm();
        } catch (CloudException e) {
            failure = new FailureDescriber(run.messages()).of(e);
        }
        Status done = plan.isEmpty() ? Status.UNCHANGED : unread() == null ? Status.SUCCEEDED : Status.PARTIAL;
        return reports.of(
                failure == null ? done : Status.FAILED,
                null,
                state.caller(),
                findings,
                new RoleResult(ShareService.ROLE, setup.roleAction(role)),
                Reports.doneTrust(
                        role,
                        setup.trust().policy(),
                        setup.created() || setup.trust().wrote(),
                        setup.trustOpen()),
                setup.policy().done() ? policy(attached ? RoleAction.ATTACHED : RoleAction.NOT_KNOWN) : asRead(),
                List.of(),
                List.of(),
                failure == null ? unread() : failure);
    }

    private boolean blocked() {
        return findings.stream().anyMatch(Finding::failed);
    }

    private boolean attaches() {
        return plan.steps().stream().anyMatch(Step.AttachPolicy.class::isInstance);
    }

    /** Why it is not known whether the policy is attached; null if it is known. */
    private @Nullable Failure unread() {
        CloudException reason = role.present() ? role.policies().failure() : null;
        return reason == null ? null : new FailureDescriber(run.messages()).of(reason);
    }

    /** The policy before the change. */
    private List<PolicyResult> asRead() {
        if (role.lacksPolicy()) {
            return List.of();
        }
        return policy(role.policies().known().isPresent() ? RoleAction.UNCHANGED : RoleAction.NOT_KNOWN);
    }

    private static List<PolicyResult> policy(RoleAction action) {
        return List.of(new PolicyResult(RoleState.KMS_ACCESS.name(), RoleState.KMS_ACCESS.type(), action));
    }
}
