package dev.shareimage.app.proposal;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TrustMode;
import dev.shareimage.app.checks.Checks;
import dev.shareimage.app.plan.Planner;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import java.util.stream.Stream;

/** {@code create-role} and {@code set-trust}. */
final class TrustChanges {

    private final RunContext run;
    private final RegionId region;

    /** @param region the region that is asked for lists of regions and images; RAM itself is global */
    TrustChanges(RunContext run, RegionId region) {
        this.run = run;
        this.region = region;
    }

    Proposal createRole(TargetQuery targets, boolean force) throws CloudException {
        StateReader reader = new StateReader(run.cloud(), run.parallel(), region);
        ObservedState state = reader.takeRole(targets);
        RoleState role = reader.role();
        role.role().require();
        if (role.present()) {
            role.policies().require();
        }
        TrustPolicy atBirth =
                state.targets().isEmpty() ? TrustPolicy.ofOwnAccount(account(state)) : TrustPolicy.of(state.targets());
        return new TrustProposal(
                run,
                state,
                role,
                findings(state, new Checks(run.messages()).forRole(role, state.targets(), force)),
                Planner.setup(role, state.targets(), atBirth),
                new LossWarnings(run.messages()));
    }

    Proposal setTrust(TargetQuery targets, TrustMode mode, boolean force) throws CloudException {
        StateReader reader = new StateReader(run.cloud(), run.parallel(), region);
        ObservedState state = reader.takeRole(targets);
        RoleState role = reader.role();
        role.role().require();
        List<ShareTarget> named = state.targets();
        TrustPolicy before = role.trust() == null ? TrustPolicy.empty() : role.trust();
        TrustChange change = change(mode, named, state);
        List<Step> steps = role.missing() ? List.of() : Planner.change(before, change);
        List<Finding> findings =
                findings(state, new Checks(run.messages()).forTrust(role, named, mode, change.apply(before), force));
        return new TrustProposal(run, state, role, findings, steps, new TrustLosses(run, region).of(steps));
    }

    /** A target that could not be resolved is reported before all findings about the others. */
    private List<Finding> findings(ObservedState state, List<Finding> ofRole) {
        return Stream.concat(new Checks(run.messages()).forTargets(state).stream(), ofRole.stream())
                .toList();
    }

    private static TrustChange change(TrustMode mode, List<ShareTarget> targets, ObservedState state)
            throws CloudException {
        return switch (mode) {
            case MERGE -> new TrustChange.Add(targets);
            case REMOVE -> new TrustChange.Remove(targets, account(state), true);
            case REPLACE -> new TrustChange.Replace(TrustPolicy.of(targets));
        };
    }

    private static AccountId account(ObservedState state) throws CloudException {
        return state.caller().require().account();
    }
}
