package dev.shareimage.cli;

import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.ListedRegions;
import dev.shareimage.cli.options.RegionCheckOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.RegionResult;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionCatalog;
import dev.shareimage.domain.RegionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells whether sharing of encrypted images is listed for regions and zones. Works offline. */
@Command(name = "check-region", addMethodSubcommands = false)
final class CheckRegionCommand extends BaseCommand {

    /** The name of this field is the name of the group in the help. */
    @Mixin
    private final RegionCheckOptions regions = new RegionCheckOptions();

    @Parameters(paramLabel = "REGION", arity = "0..*", completionCandidates = ListedRegions.class)
    private List<String> named = List.of();

    private Set<RegionId> asked = Set.of();

    @Override
    void check(ListReader lists) throws UsageException {
        asked = new LinkedHashSet<>();
        if (!named.isEmpty()) {
            asked.addAll(lists.parse("REGION", named, RegionId::new));
        }
        if (regions.all() && !asked.isEmpty()) {
            throw new UsageException("usage.not-both", "REGION", "--all");
        }
    }

    @Override
    List<String> columns() {
        return RegionResult.COLUMNS;
    }

    @Override
    List<String> explained() {
        return List.of("--region", "--profile", "--sandbox");
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        if (asked.isEmpty() && regions.zones().isEmpty() && !regions.all()) {
            asked = Set.of(session.region());
        }
        RegionCatalog catalog = RegionCatalog.load();
        RegionFinding findings = new RegionFinding(session.messages(), catalog);
        RegionLookup lookup = new RegionLookup(catalog, findings);
        List<RegionResult.CheckedRegion> found = lookup.regions(asked, regions.zones(), regions.all());
        List<String> missing = RegionLookup.notListed(found);
        Problem problem = missing.isEmpty() ? null : problem(session, catalog, found, missing);
        session.output().result(new RegionResult(session.command(), lookup.asOf(), found, problem));
        found.stream()
                .flatMap(region -> Stream.ofNullable(region.note()))
                .forEach(note ->
                        session.output().say(Style.CAUTION, session.messages().get("check-region.note", note)));
        found.stream()
                .flatMap(region -> region.zones().stream())
                .flatMap(zone -> Stream.ofNullable(zone.note()))
                .forEach(note ->
                        session.output().say(Style.CAUTION, session.messages().get("check-region.note", note)));
        if (problem != null) {
            new ProblemView(session.output(), session.messages()).show(problem);
            return ExitCode.PRECONDITION;
        }
        return ExitCode.DONE;
    }

    private static Problem problem(
            Session session, RegionCatalog catalog, List<RegionResult.CheckedRegion> regions, List<String> missing) {
        Messages messages = session.messages();
        RegionFinding findings = new RegionFinding(messages, catalog);
        boolean hopeless = missing.stream()
                .allMatch(id -> catalog.remark(new RegionId(id))
                        .filter(known -> known.remark().excludes())
                        .isPresent());
        String fix = messages.get(hopeless ? "region-listed.excluded.fix" : "check-region.fix");
        Optional<RegionId> unlisted = regions.stream()
                .filter(region -> !region.listed())
                .map(RegionResult.CheckedRegion::id)
                .findFirst();
        return Problem.ours(
                "NotListed",
                messages.get("check-region.not-listed", String.join(", ", missing), catalog.asOf()),
                unlisted.map(region -> findings.withSuggestion(region, fix)).orElse(fix));
    }
}
