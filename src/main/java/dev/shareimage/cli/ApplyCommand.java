package dev.shareimage.cli;

import dev.shareimage.app.ShareService.ApplyRequest;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.ManifestOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ReportResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the cloud what a manifest says. */
final class ApplyCommand implements Command {

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(ManifestOptions.GROUP, ChangeOptions.GROUP, SafeguardOptions.GROUP);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        Optional<ManifestOptions> options = ManifestOptions.read(values);
        return session -> run(session, options.orElseThrow());
    }

    private static int run(Session session, ManifestOptions options) throws UsageException, CloudException {
        if (options.manifest().regions().size() == 1) {
            session.worksIn(options.manifest().regions().get(0).region());
        }
        SafeguardOptions safeguards = session.options().safeguards();
        RegionFinding regionFinding = new RegionFinding(session.messages());
        Map<RegionId, List<Finding>> findings = new HashMap<>();
        for (RegionImages region : options.manifest().regions()) {
            findings.put(region.region(), regionFinding.of(region.region(), safeguards.allowUnlistedRegion()));
        }
        ApplyRequest request = new ApplyRequest(
                options.manifest(), findings, options.prune(), safeguards.force(), !safeguards.noSetup());
        return new ChangeFlow(session, ReportResult::new).run(session.service().apply(request), report -> {});
    }
}
