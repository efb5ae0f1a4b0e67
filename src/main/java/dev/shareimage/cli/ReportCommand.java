package dev.shareimage.cli;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.ReportRequest;
import dev.shareimage.app.report.AcceptedRisk;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.Findings;
import dev.shareimage.app.report.ReportDocumentReader.Document;
import dev.shareimage.app.report.ReportFinding;
import dev.shareimage.app.report.ReportMerge;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.ReportOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.AccessResult;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cli.view.page.ReportPage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes who has which image as a page, with the same content as JSON and CSV. */
@Command(name = "report", addMethodSubcommands = false)
final class ReportCommand extends BaseCommand {

    private static final String DEFAULT_FILE = "share-image-report.html";
    private static final String STANDARD_OUTPUT = "-";

    /** The name of the field names the group in the help. */
    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Parameters(paramLabel = "FILE.html", arity = "0..1")
    private @Nullable String file;

    @Override
    void check(ListReader lists) throws UsageException {
        report.check(false);
        if (STANDARD_OUTPUT.equals(file) && (report.open() || output().format().isPresent())) {
            throw new UsageException("usage.not-both", "-", report.open() ? "--open" : "--output");
        }
    }

    @Override
    List<String> columns() {
        return AccessResult.COLUMNS;
    }

    @Override
    List<String> explained() {
        return List.of("--exit-code", "cloud");
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        ReportFiles files = files(session);
        Instant now = session.context().clock().instant();
        Messages words = Messages.load("report", session.output().options().language());
        AccessReport read = report.documents().isEmpty() ? read(session) : joined();
        List<AcceptedRisk> accepted = report.exceptions().orElseGet(this::acceptedBefore);
        Findings findings = Findings.of(read, words, accepted, now);
        AccessResult result = new AccessResult(session.command(), read, findings, accepted, now);
        remark(session.output(), words, read, findings);
        if (STANDARD_OUTPUT.equals(file)) {
            session.output().text(ReportPage.of(read, findings, words, now));
        } else {
            session.output().result(result);
        }
        if (files != null && !written(session, files, result, words)) {
            return ExitCode.UNWRITTEN;
        }
        if (!read.isComplete()) {
            return ExitCode.PARTIAL;
        }
        boolean pending =
                options().change().exitCode() && findings.all().stream().anyMatch(ReportFinding::counts);
        return pending ? ExitCode.PENDING_CHANGES : ExitCode.DONE;
    }

    /** A command with an output format and no file name writes no file. */
    private @Nullable ReportFiles files(Session session) throws UsageException {
        if (STANDARD_OUTPUT.equals(file)
                || (file == null && !report.open() && output().format().isPresent())) {
            return null;
        }
        return ReportFiles.named(
                file == null ? DEFAULT_FILE : file, session.context().directory());
    }

    private AccessReport read(Session session) throws UsageException, CloudException {
        ListRequest images = ListRequest.everyImageOf(regions(session));
        return session.service()
                .report(new ReportRequest(images, report.against().orElse(null), session.pasted()));
    }

    /** Without named regions, the regions of the compared manifest are used. */
    private List<RegionId> regions(Session session) throws UsageException, CloudException {
        boolean named = session.options().cloud().region().isPresent()
                || session.options().cloud().allRegions();
        return report.against().isPresent() && !named
                ? report.against().get().manifest().concerned()
                : Listings.regions(session);
    }

    private AccessReport joined() {
        return ReportMerge.of(report.documents().stream().map(Document::report).toList());
    }

    private List<AcceptedRisk> acceptedBefore() {
        return report.documents().stream()
                .flatMap(document -> document.accepted().stream())
                .distinct()
                .toList();
    }

    private static void remark(Output output, Messages words, AccessReport read, Findings findings) {
        read.owners().stream()
                .flatMap(owner -> owner.notes().stream())
                .forEach(note -> output.tell(Style.CAUTION, words.get("note", note)));
        for (AcceptedRisk risk : findings.unused()) {
            output.say(
                    Style.CAUTION,
                    words.get("note", words.get("note.exception-unused", risk.finding(), risk.reason())));
        }
    }

    private boolean written(Session session, ReportFiles files, AccessResult result, Messages words) {
        Output output = session.output();
        try {
            String page = ReportPage.of(result.report(), result.findings(), words, result.madeAt());
            files.write(page, result.json(), result.csv());
        } catch (IOException e) {
            output.tell(Style.BAD, words.get("files.failed", files.page(), String.valueOf(e.getMessage())));
            return false;
        }
        output.say(words.get("files.written", files.page(), files.json(), files.csv()));
        if (report.open() && !new Browser(session.context().environment()).show(files.page())) {
            output.tell(Style.CAUTION, words.get("files.not-opened", files.page()));
        }
        return true;
    }
}
