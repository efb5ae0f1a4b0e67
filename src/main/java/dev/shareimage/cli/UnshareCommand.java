package dev.shareimage.cli;

import dev.shareimage.app.ShareService.UnshareRequest;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.RemovalOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ReportResult;
import dev.shareimage.cloud.CloudException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Unshares images, and on request removes trust that nobody needs any more. */
@Command(name = "unshare", addMethodSubcommands = false)
@Explains({"change", "safeguards", "cloud"})
final class UnshareCommand extends BaseCommand {

    @Mixin
    private final ImageOptions images = new ImageOptions();

    @Mixin
    private final TargetOptions targets = new TargetOptions();

    @Mixin
    private final RemovalOptions removal = new RemovalOptions();

    @Override
    void check(ListReader lists) throws UsageException {
        images.require();
        removal.check(targets);
    }

    @Override
    List<String> columns() {
        return ReportResult.COLUMNS;
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        UnshareRequest request = new UnshareRequest(
                session.region(),
                images.images(),
                targets.targets(),
                removal.all(),
                removal.pruneTrust(),
                !session.options().safeguards().noSetup());
        return new ChangeFlow(session, ReportResult::new).run(session.service().unshare(request), report -> {});
    }
}
