package dev.shareimage.cli;

import dev.shareimage.app.Report;
import dev.shareimage.app.ShareService.DoctorRequest;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ChecksResult;
import dev.shareimage.cli.view.FindingsView;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;

/** All checks, changing nothing. */
final class DoctorCommand implements Command {

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(ImageOptions.GROUP, TargetOptions.GROUP, SafeguardOptions.GROUP);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        List<ImageId> images = ImageOptions.read(values);
        TargetQuery targets = TargetOptions.read(values);
        return session -> run(session, images, targets);
    }

    private static int run(Session session, List<ImageId> images, TargetQuery targets)
            throws UsageException, CloudException {
        RegionId region = session.region();
        SafeguardOptions safeguards = session.options().safeguards();
        Report report = session.service()
                .doctor(new DoctorRequest(
                        region,
                        images,
                        targets,
                        new RegionFinding(session.messages()).of(region, safeguards.allowUnlistedRegion()),
                        safeguards.force(),
                        !safeguards.noSetup()));
        session.output().result(new ChecksResult(session.command(), report));
        new FindingsView(session.output(), session.messages()).summarize(report.checks());
        return ExitCode.of(report);
    }
}
