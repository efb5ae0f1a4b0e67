package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What {@code share} and {@code unshare} found and did.
 *
 * @param problem why nothing was done, when that is not in the report; or null
 */
public record ReportResult(
        String command, Report report, @Nullable Problem problem) implements Result {

    @Override
    public JsonNode document() {
        ObjectNode document = start(command, report);
        document.set("checks", checks(report));
        document.set("role", role(report));
        document.set("trust", trust(report));
        ArrayNode images = document.putArray("images");
        report.images().forEach(image -> images.add(image(image)));
        finish(document, report, problem);
        return document;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of("imageId", "imageName", "type", "target", "status", "reason");
        for (ImageResult image : report.images()) {
            for (TargetResult target : image.targets()) {
                table.row(
                        image.imageId().value(),
                        image.name() == null ? "" : image.name(),
                        target.type(),
                        target.id(),
                        target.status().label(),
                        target.error() == null ? "" : target.error().message());
            }
        }
        return table.build();
    }

    static ObjectNode start(String command, Report report) {
        ObjectNode document = Documents.start(command, report.status().label());
        if (report.region() != null) {
            document.put("region", report.region().value());
        }
        document.put(
                "account", report.account() == null ? null : report.account().value());
        return document;
    }

    static void finish(ObjectNode document, Report report, @Nullable Problem problem) {
        document.putObject("calls")
                .put("made", report.calls().made())
                .put("retried", report.calls().retried());
        if (!report.notes().isEmpty()) {
            document.set("notes", Documents.strings(report.notes()));
        }
        if (problem != null) {
            document.set("error", problem.document());
        } else if (report.failure() != null) {
            document.set("error", Problem.of(report.failure()).document());
        }
    }

    static ArrayNode checks(Report report) {
        ArrayNode checks = Json.array();
        for (Finding finding : report.checks()) {
            checks.addObject()
                    .put("id", finding.id().label())
                    .put("status", finding.verdict().label())
                    .put("message", finding.message())
                    .put("fix", finding.fix());
        }
        return checks;
    }

    static ObjectNode role(Report report) {
        return Json.object()
                .put("name", report.role().name())
                .put("action", report.role().action());
    }

    static ObjectNode trust(Report report) {
        ObjectNode trust = Json.object().put("action", report.trust().action());
        trust.set("added", Documents.strings(report.trust().added()));
        trust.set("removed", Documents.strings(report.trust().removed()));
        return trust;
    }

    private static ObjectNode image(ImageResult image) {
        ObjectNode document = Json.object()
                .put("imageId", image.imageId().value())
                .put("imageName", image.name())
                .put("encrypted", image.encrypted());
        ArrayNode targets = document.putArray("targets");
        for (TargetResult target : image.targets()) {
            ObjectNode entry = targets.addObject()
                    .put("type", target.type())
                    .put("id", target.id())
                    .put("status", target.status().label());
            entry.set(
                    "error",
                    target.error() == null ? null : Problem.of(target.error()).document());
        }
        return document;
    }
}
