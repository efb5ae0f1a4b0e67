package dev.shareimage.cli;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.ManifestOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ReportResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes the cloud to what a manifest says. */
@Command(name = "apply", addMethodSubcommands = false)
final class ApplyCommand extends BaseCommand {

    @Mixin
    private final ManifestOptions manifest = new ManifestOptions();

    @Override
    void check(ListReader lists) throws UsageException {
        if (manifest.manifest().wantsCopies()) {
            options().cloud().waitForImages();
        }
    }

    @Override
    List<String> columns() {
        return ReportResult.COLUMNS;
    }

    @Override
    List<String> explained() {
        return List.of("change", "safeguards", "cloud");
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        Manifest wanted = manifest.manifest();
        List<RegionId> concerned = wanted.concerned();
        if (concerned.size() == 1) {
            session.worksIn(concerned.get(0));
        }
        session.output()
                .errorsPlacedBy(() -> ManifestLines.of(session.context().directory(), manifest.fileName())::place);
        SafeguardOptions safeguards = session.options().safeguards();
        RegionFinding regionFinding = new RegionFinding(session.messages());
        Map<RegionId, List<Finding>> findings = new HashMap<>();
        for (RegionId region : concerned) {
            findings.put(region, regionFinding.of(region, safeguards.allowUnlistedRegion()));
        }
        ApplyRequest request = new ApplyRequest(
                wanted, findings, manifest.prune(), manifest.pruneTrust(), safeguards.force(), !safeguards.noSetup());
        return new ChangeFlow(session, ReportResult::new).run(session.service().apply(request), report -> {});
    }
}
