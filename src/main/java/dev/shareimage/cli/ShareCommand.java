package dev.shareimage.cli;

import dev.shareimage.app.ShareService.ShareRequest;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.AdvisedResult;
import dev.shareimage.cli.view.RecipientAdvice;
import dev.shareimage.cli.view.ReportResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;

/** The whole job: checks, role, policy, trust, share, read-back. */
final class ShareCommand implements Command {

    @Override
    public String name() {
        return "share";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(ImageOptions.GROUP, TargetOptions.GROUP, ChangeOptions.GROUP, SafeguardOptions.GROUP);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        List<ImageId> images = ImageOptions.readSome(values);
        TargetQuery targets = TargetOptions.readSome(values);
        return session -> run(session, images, targets);
    }

    static int run(Session session, List<ImageId> images, TargetQuery targets) throws UsageException, CloudException {
        RegionId region = session.region();
        SafeguardOptions safeguards = session.options().safeguards();
        ShareRequest request = new ShareRequest(
                region,
                images,
                targets,
                new RegionFinding(session.messages()).of(region, safeguards.allowUnlistedRegion()),
                safeguards.force(),
                !safeguards.noSetup());
        RecipientAdvice advice = new RecipientAdvice(session.messages());
        return new ChangeFlow(
                        session,
                        (command, report, problem) ->
                                new AdvisedResult(new ReportResult(command, report, problem), advice.document(report)))
                .run(session.service().share(request), report -> advice.show(session.output(), report));
    }
}
