package dev.shareimage.cli;

import dev.shareimage.app.UnshareRequest;
import dev.shareimage.cli.options.ChosenImages;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.RemovalOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.cli.view.ReportResult;
import dev.shareimage.cloud.CloudException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Unshares images, and on request removes trust that nobody needs any more. */
@Command(name = "unshare", addMethodSubcommands = false)
final class UnshareCommand extends BaseCommand {

    @Mixin
    private final ChosenImages images = new ChosenImages();

    @Mixin
    private final TargetOptions targets = new TargetOptions();

    @Mixin
    private final RemovalOptions removal = new RemovalOptions();

    @Override
    ImageOptions images() {
        return images;
    }

    @Override
    List<Problem> problems(Predicate<String> typed) {
        List<Problem> problems = new ArrayList<>(images.problemsOfSome(typed));
        problems.addAll(removal.problems(targets, typed));
        return problems;
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
        UnshareRequest request = new UnshareRequest(
                new ImagePicker(session).pick(images),
                targets.targets(),
                removal.all(),
                removal.pruneTrust(),
                !session.options().safeguards().noSetup());
        return new ChangeFlow(session, ReportResult::new).run(session.service().unshare(request), report -> {});
    }
}
