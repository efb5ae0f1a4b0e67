package dev.shareimage.cli;

import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.RegionCheckOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.RegionResult;
import dev.shareimage.cli.view.RegionResult.CheckedZone;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionCatalogue;
import java.util.List;

/** Whether sharing of encrypted images is listed for regions and zones; offline. */
final class CheckRegionCommand implements Command {

    @Override
    public String name() {
        return "check-region";
    }

    @Override
    public String operands() {
        return "REGION";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(RegionCheckOptions.GROUP);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        RegionCheckOptions options = RegionCheckOptions.read(values);
        return session -> run(session, options);
    }

    private static int run(Session session, RegionCheckOptions options) throws UsageException, CloudException {
        RegionCheckOptions asked = options.namesNothing() ? options.withRegion(session.region()) : options;
        RegionCatalogue catalogue = RegionCatalogue.load();
        RegionLookup lookup = new RegionLookup(catalogue);
        List<RegionResult.CheckedRegion> regions = lookup.regions(asked);
        List<String> missing = RegionLookup.notListed(regions);
        Problem problem = missing.isEmpty() ? null : problem(session, lookup, missing);
        session.output().result(new RegionResult(session.command(), lookup.asOf(), regions, problem));
        regions.stream()
                .flatMap(region -> region.zones().stream())
                .map(CheckedZone::id)
                .filter(catalogue::lacksEncryptedSystemDisk)
                .forEach(zone -> session.output()
                        .say(Style.CAUTION, session.messages().get("check-region.no-encrypted-system-disk", zone)));
        if (problem != null) {
            new ProblemView(session.output(), session.messages()).show(problem);
            return ExitCode.PRECONDITION;
        }
        return ExitCode.DONE;
    }

    private static Problem problem(Session session, RegionLookup lookup, List<String> missing) {
        return Problem.ours(
                "NotListed",
                session.messages().get("check-region.not-listed", String.join(", ", missing), lookup.asOf()),
                session.messages().get("check-region.fix"));
    }
}
