package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Report;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** The findings of {@code doctor}. */
public record ChecksResult(String command, Report report) implements Result {

    public static final List<String> COLUMNS = List.of("status", "check", "message", "fix");

    private static final int STATUS_WIDTH = 13;

    @Override
    public JsonNode document() {
        ObjectNode document = ReportResult.start(command, report);
        document.set("checks", ReportResult.checks(report));
        ArrayNode images = document.putArray("images");
        report.images().forEach(image -> images.add(ReportResult.head(image)));
        ReportResult.finish(document, report, null);
        return document;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        report.checks()
                .forEach(finding -> table.row(
                        finding.status().label(),
                        finding.id().label(),
                        finding.message(),
                        finding.fix() == null ? "" : finding.fix()));
        return table.build();
    }

    @Override
    public List<Line> lines(Messages words) {
        List<Line> lines = new ArrayList<>();
        for (Finding finding : report.checks()) {
            String status = words.get("word." + finding.status().label());
            lines.add(new Line(
                    FindingsView.style(finding.status()),
                    DisplayWidth.pad(status, STATUS_WIDTH)
                            + words.labeled(finding.id().label(), finding.message())));
            if (finding.fix() != null) {
                lines.add(new Line(Style.PLAIN, " ".repeat(STATUS_WIDTH + 2) + words.get("fix", finding.fix())));
            }
        }
        return lines;
    }
}
