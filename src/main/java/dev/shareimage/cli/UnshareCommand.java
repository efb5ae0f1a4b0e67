package dev.shareimage.cli;

import dev.shareimage.app.ShareService.UnshareRequest;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.RemovalOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ReportResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import java.util.List;

/** Takes shares away, and the trust that nobody needs any more when asked to. */
final class UnshareCommand implements Command {

    @Override
    public String name() {
        return "unshare";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(
                ImageOptions.GROUP,
                TargetOptions.GROUP,
                RemovalOptions.GROUP,
                ChangeOptions.GROUP,
                SafeguardOptions.GROUP);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        List<ImageId> images = ImageOptions.readSome(values);
        RemovalOptions removal = RemovalOptions.read(values);
        TargetQuery targets = TargetOptions.read(values);
        return session -> run(session, images, targets, removal);
    }

    private static int run(Session session, List<ImageId> images, TargetQuery targets, RemovalOptions removal)
            throws UsageException, CloudException {
        UnshareRequest request = new UnshareRequest(
                session.region(),
                images,
                targets,
                removal.all(),
                removal.pruneTrust(),
                !session.options().safeguards().noSetup());
        return new ChangeFlow(session, ReportResult::new).run(session.service().unshare(request), report -> {});
    }
}
