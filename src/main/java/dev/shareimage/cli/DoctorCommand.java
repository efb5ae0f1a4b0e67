package dev.shareimage.cli;

import dev.shareimage.app.Report;
import dev.shareimage.app.ShareService.DoctorRequest;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ChecksResult;
import dev.shareimage.cli.view.FindingsView;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs all checks and changes nothing. */
@Command(name = "doctor", addMethodSubcommands = false)
@Explains({"safeguards", "cloud"})
final class DoctorCommand extends BaseCommand {

    @Mixin
    private final ImageOptions images = new ImageOptions();

    @Mixin
    private final TargetOptions targets = new TargetOptions();

    @Override
    List<String> columns() {
        return ChecksResult.COLUMNS;
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        RegionId region = session.region();
        SafeguardOptions safeguards = session.options().safeguards();
        Report report = session.service()
                .doctor(new DoctorRequest(
                        region,
                        images.images(),
                        targets.targets(),
                        new RegionFinding(session.messages()).of(region, safeguards.allowUnlistedRegion()),
                        safeguards.force(),
                        !safeguards.noSetup()));
        session.output().result(new ChecksResult(session.command(), report));
        new FindingsView(session.output(), session.messages()).summarizeShown(report.checks());
        return ExitCode.of(report);
    }
}
