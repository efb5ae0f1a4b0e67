package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Report;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** What {@code doctor} found. */
public record ChecksResult(String command, Report report) implements Result {

    private static final int VERDICT_WIDTH = 13;

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

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.checks()) {
            lines.add(DisplayWidth.pad(finding.verdict().label(), VERDICT_WIDTH)
                    + finding.id().label() + ": " + finding.message());
            if (finding.fix() != null) {
                lines.add(" ".repeat(VERDICT_WIDTH + 2) + "fix: " + finding.fix());
            }
        }
        return lines;
    }
}
