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
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionCatalogue;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        RegionFinding findings = new RegionFinding(session.messages(), catalogue);
        RegionLookup lookup = new RegionLookup(catalogue, findings);
        List<RegionResult.CheckedRegion> regions = lookup.regions(asked);
        List<String> missing = RegionLookup.notListed(regions);
        Problem problem = missing.isEmpty() ? null : problem(session, catalogue, regions, missing);
        session.output().result(new RegionResult(session.command(), lookup.asOf(), regions, problem));
        regions.stream()
                .flatMap(region -> Stream.ofNullable(region.note()))
                .forEach(note ->
                        session.output().say(Style.CAUTION, session.messages().get("check-region.note", note)));
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

    private static Problem problem(
            Session session,
            RegionCatalogue catalogue,
            List<RegionResult.CheckedRegion> regions,
            List<String> missing) {
        Messages messages = session.messages();
        RegionFinding findings = new RegionFinding(messages, catalogue);
        boolean hopeless = missing.stream()
                .allMatch(id -> catalogue
                        .remark(new RegionId(id))
                        .filter(known -> known.remark().excludes())
                        .isPresent());
        String fix = messages.get(hopeless ? "region-listed.excluded.fix" : "check-region.fix");
        Optional<RegionId> unlisted = regions.stream()
                .filter(region -> !region.listed())
                .map(RegionResult.CheckedRegion::id)
                .findFirst();
        return Problem.ours(
                "NotListed",
                messages.get("check-region.not-listed", String.join(", ", missing), catalogue.asOf()),
                unlisted.map(region -> findings.withSuggestion(region, fix)).orElse(fix));
    }
}
