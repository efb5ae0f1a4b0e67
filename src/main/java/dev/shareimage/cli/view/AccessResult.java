package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.report.AcceptedRisk;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.Findings;
import dev.shareimage.app.report.ReportDocument;
import dev.shareimage.app.report.ReportFinding;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.CheckStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report: who has which image, with findings.
 *
 * @param accepted the exceptions
 */
public record AccessResult(
        String command, AccessReport report, Findings findings, List<AcceptedRisk> accepted, Instant madeAt)
        implements Result {

    public static final List<String> COLUMNS = List.of(
            "account",
            "region",
            "imageId",
            "imageName",
            "encrypted",
            "type",
            "sharedWith",
            "sharedAt",
            "trusted",
            "reason",
            "until",
            "resourceShareId");

    private static final int STATUS_WIDTH = 13;

    public AccessResult {
        accepted = List.copyOf(accepted);
    }

    /** The same content as JSON, for a file. */
    public String json() {
        return JsonText.write(document()) + "\n";
    }

    /** The same content as CSV, for a file. */
    public String csv() {
        return new CsvFormat(List.of()).write(this);
    }

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, report.isComplete() ? "succeeded" : "partial");
        document.put("madeAt", madeAt.toString());
        ReportDocument.fill(document, report, findings, accepted);
        return document;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        for (ReportedImage image : report.images()) {
            if (image.shares().isEmpty()) {
                row(table, image, "", "", null, "", "", null, "");
            }
            for (ReportedShare share : image.shares()) {
                row(
                        table,
                        image,
                        share.target().type(),
                        share.target().id(),
                        share.sharedAt(),
                        word(share.trust().trusted()),
                        share.trust().label(),
                        share.until(),
                        Objects.toString(share.resourceShareId(), ""));
            }
        }
        return table.build();
    }

    private static void row(
            Table.Builder table,
            ReportedImage image,
            String type,
            String target,
            @Nullable Instant sharedAt,
            String trusted,
            String reason,
            @Nullable Instant until,
            String resourceShareId) {
        table.row(
                image.owner().value(),
                image.region().value(),
                image.id().value(),
                image.name(),
                word(image.encrypted()),
                type,
                target,
                moment(sharedAt),
                trusted,
                reason,
                moment(until),
                resourceShareId);
    }

    /** On a terminal only what needs attention. The page has the rest. */
    @Override
    public List<Line> lines(Messages words) {
        List<Line> lines = new ArrayList<>();
        for (ReportFinding finding : findings.open()) {
            String status = finding.level().label();
            lines.add(new Line(
                    FindingsView.style(status(finding.level())),
                    DisplayWidth.pad(words.get("word." + status), STATUS_WIDTH)
                            + words.labeled(finding.id(), finding.message())));
            if (finding.fix() != null) {
                lines.add(new Line(Style.PLAIN, " ".repeat(STATUS_WIDTH + 2) + words.get("fix", finding.fix())));
            }
        }
        int shares = report.images().stream()
                .mapToInt(image -> image.shares().size())
                .sum();
        int images = report.images().size();
        int open = findings.open().size();
        int accepted = findings.accepted().size();
        lines.add(new Line(
                open > 0 ? Style.CAUTION : Style.GOOD, words.get("report.summary", images, shares, open, accepted)));
        return lines;
    }

    private static CheckStatus status(ReportFinding.Level level) {
        return switch (level) {
            case FAIL -> CheckStatus.FAIL;
            case WARN -> CheckStatus.WARN;
            case NOT_CHECKED -> CheckStatus.NOT_CHECKED;
        };
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String word(@Nullable Boolean value) {
        return value == null ? "" : value ? "yes" : "no";
    }
}
