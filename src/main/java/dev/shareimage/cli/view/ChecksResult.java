package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Report;

/** What {@code doctor} found. */
public record ChecksResult(String command, Report report) implements Result {

    @Override
    public JsonNode document() {
        ObjectNode document = ReportResult.start(command, report);
        document.set("checks", ReportResult.checks(report));
        ReportResult.finish(document, report, null);
        return document;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of("status", "check", "message", "fix");
        report.checks()
                .forEach(finding -> table.row(
                        finding.verdict().label(),
                        finding.id().label(),
                        finding.message(),
                        finding.fix() == null ? "" : finding.fix()));
        return table.build();
    }
}
