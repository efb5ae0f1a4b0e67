package dev.shareimage.cli;

import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.Report;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.ChosenImages;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ChecksResult;
import dev.shareimage.cli.view.FindingsView;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs all checks and changes nothing. */
@Command(name = "doctor", addMethodSubcommands = false)
final class DoctorCommand extends BaseCommand {

    @Mixin
    private final ChosenImages images = new ChosenImages();

    @Mixin
    private final TargetOptions targets = new TargetOptions();

    @Override
    ImageOptions images() {
        return images;
    }

    @Override
    List<String> columns() {
        return ChecksResult.COLUMNS;
    }

    @Override
    List<String> explained() {
        return List.of("safeguards", "cloud");
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        SelectedImages selected = new ImagePicker(session).pickToCheck(images);
        SafeguardOptions safeguards = session.options().safeguards();
        ShareService service = session.service();
        Report report = service.doctor(new DoctorRequest(
                selected, targets.targets(), listed(session, selected), safeguards.force(), !safeguards.noSetup()));
        session.output().result(new ChecksResult(session.command(), report));
        new FindingsView(session.output(), session.messages()).summarizeShown(report.checks());
        return ExitCode.of(report);
    }

    /** If a region was not named, it does not fail because it has none of the images. */
    private Map<RegionId, List<Finding>> listed(Session session, SelectedImages selected) {
        boolean allowed = session.options().safeguards().allowUnlistedRegion();
        Map<RegionId, List<Finding>> findings = new RegionFinding(session.messages()).of(selected.concerned(), allowed);
        if (selected.images().isEmpty() && session.options().cloud().allRegions()) {
            findings.replaceAll(
                    (region, some) -> some.stream().map(Finding::warned).toList());
        }
        return findings;
    }
}
