package dev.shareimage.app.proposal;

import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.Report.TrustResult;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.run.Reports;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionCatalog;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains an unknown region. The cloud's error does not name it, but the check of the regions does. */
record UnknownRegions(RunContext run, Map<RegionId, List<Finding>> findings) {

    /** A region that does not exist has no host, or another host does not know it. */
    private static final Set<String> CODES = Set.of(
            "UnknownHost",
            "InvalidRegionId.NotFound",
            "InvalidRegion.NotFound",
            "SourceRegion.NotFound",
            "DestinationRegion.NotFound");

    /** Makes a proposal. */
    @FunctionalInterface
    interface Maker {
        Proposal make() throws CloudException;
    }

    /** The proposal, or one that a failed check stops if the cloud does not know a region. */
    Proposal orExplained(Maker maker) throws CloudException {
        try {
            return maker.make();
        } catch (CloudException e) {
            List<Finding> unknown = CODES.contains(e.code()) ? unknown() : List.of();
            if (unknown.isEmpty()) {
                throw e;
            }
            return new Refused(report(unknown));
        }
    }

    private List<Finding> unknown() {
        List<String> known = RegionCatalog.load().ids();
        return findings.entrySet().stream()
                .filter(region -> !known.contains(region.getKey().value()))
                .sorted(Map.Entry.comparingByKey((one, other) -> one.value().compareTo(other.value())))
                .flatMap(region -> region.getValue().stream())
                .filter(Finding::failed)
                .toList();
    }

    private Report report(List<Finding> unknown) {
        Reports reports = new Reports(run);
        return reports.of(
                Status.FAILED,
                findings.size() == 1 ? findings.keySet().iterator().next() : null,
                ReadResult.unread(),
                unknown,
                new RoleResult(ShareService.ROLE, RoleAction.NOT_NEEDED),
                new TrustResult(RoleAction.NOT_NEEDED, List.of(), List.of(), null),
                List.of(),
                List.of(),
                List.of(),
                reports.blocked(unknown));
    }

    /** Changes nothing. */
    private record Refused(Report preview) implements Proposal {

        @Override
        public Plan plan() {
            return new Plan(List.of());
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public Report apply(Progress progress) {
            throw new IllegalStateException("a check failed");
        }
    }
}
