package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.Report.TrustResult;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.app.trust.Pruning;
import dev.shareimage.app.trust.RoleSetup;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports a change of shares: the plan, and the result. */
final class SharingReporter {

    private final RunContext run;
    private final Reports reports;
    private final SharingState state;
    private final List<Finding> findings;
    private final Pruning pruning;
    private final @Nullable Failure incomplete;
    private final Copies copies;
    private final TargetResults results;

    /**
     * @param pruning the trust that will no longer be needed
     * @param incomplete why there may be more images than in the state, or null
     * @param results the results of the targets
     */
    SharingReporter(
            RunContext run,
            SharingState state,
            List<Finding> findings,
            Pruning pruning,
            @Nullable Failure incomplete,
            Copies copies,
            TargetResults results) {
        this.run = run;
        this.reports = new Reports(run);
        this.state = state;
        this.findings = findings;
        this.pruning = pruning;
        this.incomplete = incomplete;
        this.copies = copies;
        this.results = results;
    }

    /** Reports the plan, or why there is none. */
    Report planned(Plan plan, boolean blocked) {
        Status complete = plan.isEmpty() ? Status.UNCHANGED : Status.PLANNED;
        return report(
                blocked ? Status.FAILED : incomplete == null ? complete : Status.PARTIAL,
                Reports.plannedRole(plan, state.role()),
                Reports.plannedTrust(plan, state.role()),
                notes(pruning),
                blocked ? reports.blocked(findings) : incomplete);
    }

    /**
     * Reports the result.
     *
     * @param late the trust that turned out to be needed
     */
    Report done(Plan plan, RoleSetup trusted, RoleSetup pruned, Pruning late, @Nullable Failure failure) {
        List<Report.TargetResult> ended = ended();
        Failure first = failure == null ? Reports.firstFailure(ended) : failure;
        Status status = Reports.status(ended, !plan.isEmpty());
        if (failure != null && status != Status.PARTIAL) {
            status = Status.FAILED;
        } else if (first == null && incomplete != null) {
            status = Status.PARTIAL;
        }
        TrustPolicy prunedTo = pruned.trust().policy();
        TrustPolicy after = prunedTo == null ? trusted.trust().policy() : prunedTo;
        boolean set = trusted.created() || trusted.trust().wrote();
        List<String> notes = notes(late);
        if (set) {
            notes.addAll(new SharingNotes(run.messages(), state, results).leftTrusted());
        }
        return report(
                status,
                new RoleResult(ShareService.ROLE, trusted.roleAction(state.role())),
                Reports.doneTrust(
                        state.role(), after, set || pruned.trust().wrote(), trusted.trustOpen() || pruned.trustOpen()),
                notes,
                first == null ? incomplete : first);
    }

    /** The present result of every target. */
    List<Report.TargetResult> ended() {
        return Stream.concat(results.all().stream(), copies.targets().stream()).toList();
    }

    /** @param late the trust that turned out to be needed */
    private List<String> notes(Pruning late) {
        Set<String> notes = new LinkedHashSet<>(pruning.notes());
        notes.addAll(new SharingNotes(run.messages(), state, results).all());
        notes.addAll(copies.notes());
        notes.addAll(late.notes());
        return new ArrayList<>(notes);
    }

    /** The region, if there is only one. */
    private @Nullable RegionId onlyRegion() {
        return copies.images().isEmpty() ? state.onlyRegion() : null;
    }

    private Report report(
            Status status, RoleResult role, TrustResult trust, List<String> notes, @Nullable Failure failure) {
        return reports.of(
                status,
                onlyRegion(),
                state.caller(),
                findings,
                role,
                trust,
                List.of(),
                Stream.concat(results.images(state.images()).stream(), copies.images().stream())
                        .toList(),
                notes,
                failure);
    }
}
