package dev.shareimage.cli;

import dev.shareimage.app.Report;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ChosenImages;
import dev.shareimage.cli.options.CopyOptions;
import dev.shareimage.cli.options.HandOverOptions;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.cli.view.AdvisedResult;
import dev.shareimage.cli.view.RecipientAdvice;
import dev.shareimage.cli.view.ReportResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shares images: checks, role, policy, trust, share, read-back. */
@Command(name = "share", addMethodSubcommands = false)
final class ShareCommand extends BaseCommand {

    @Mixin
    private final ChosenImages images = new ChosenImages();

    @Mixin
    private final TargetOptions targets = new TargetOptions();

    @Mixin
    private final HandOverOptions recipients = new HandOverOptions();

    @Mixin
    private final CopyOptions copies = new CopyOptions();

    @Override
    ImageOptions images() {
        return images;
    }

    @Override
    void check(ListReader lists) throws UsageException {
        copies.check();
        if (!copies.targets().isEmpty()) {
            options().cloud().waitForImages();
        }
    }

    @Override
    List<Problem> problems(Predicate<String> typed) {
        List<Problem> problems = new ArrayList<>(images.problemsOfSome(typed));
        problems.addAll(targets.problems(typed));
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
        Optional<HandOverFile> file = Optional.empty();
        if (recipients.file().isPresent()) {
            file = Optional.of(new HandOverFile(session, recipients.file().get()));
        }
        return run(session, new ImagePicker(session).pickToCheck(images), targets.targets(), copies.targets(), file);
    }

    /** A command for the warm-up, which has no user. */
    static int run(Session session, SelectedImages images, TargetQuery targets) throws UsageException, CloudException {
        return run(session, images, targets, List.of(), Optional.empty());
    }

    private static int run(
            Session session,
            SelectedImages images,
            TargetQuery targets,
            List<CopyTarget> copies,
            Optional<HandOverFile> file)
            throws UsageException, CloudException {
        SafeguardOptions safeguards = session.options().safeguards();
        Map<RegionId, List<Finding>> listed = new LinkedHashMap<>();
        Stream.concat(images.concerned().stream(), copies.stream().map(CopyTarget::region))
                .distinct()
                .forEach(each -> listed.put(
                        each, new RegionFinding(session.messages()).of(each, safeguards.allowUnlistedRegion())));
        ShareService service = session.service();
        ShareRequest request =
                new ShareRequest(images, targets, listed, safeguards.force(), !safeguards.noSetup(), copies);
        RecipientAdvice advice = new RecipientAdvice(
                session.messages(), session.options().cloud().pasted(Optional.empty()));
        AtomicReference<Report> last = new AtomicReference<>();
        int exitCode = new ChangeFlow(session, (command, report, problem) -> {
                    last.set(report);
                    return new AdvisedResult(new ReportResult(command, report, problem), () -> advice.document(report));
                })
                .run(service.share(request), report -> advice.show(session.output(), report));
        boolean written = file.isEmpty() || last.get() == null || file.get().write(last.get());
        return written || exitCode != ExitCode.DONE ? exitCode : ExitCode.UNWRITTEN;
    }
}
