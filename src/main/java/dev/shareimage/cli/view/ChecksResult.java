package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Report;
import dev.shareimage.domain.Messages;
import java.util.List;

/** The findings of {@code doctor}. */
public record ChecksResult(String command, Report report) implements Result {

    public static final List<String> COLUMNS = List.of("status", "check", "message", "fix");

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
        return FindingLines.all(report.checks(), words);
    }

    @Override
    public List<Line> briefLines(Messages words) {
        return FindingLines.brief(report.checks(), words);
    }
}
