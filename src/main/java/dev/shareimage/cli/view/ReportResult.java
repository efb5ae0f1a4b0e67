package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code share} and {@code unshare} found and did.
 *
 * @param problem why nothing was done, if the report does not say it; or null
 */
public record ReportResult(
        String command, Report report, @Nullable Problem problem) implements Result {

    /** Writes the code after the reason, in every language. */
    public static final List<String> COLUMNS =
            List.of("imageId", "imageName", "type", "target", "status", "reason", "code", "region");

    /** The maximum number of rows. Longer lists are reduced to what needs attention. */
    private static final int MAX_LISTED = 20;

    @Override
    public JsonNode document() {
        ObjectNode document = start(command, report);
        document.set("checks", checks(report));
        document.set("role", role(report));
        document.set("trust", trust(report));
        document.set("images", ArrayView.of(report.images(), ReportResult::image));
        finish(document, report, problem);
        return document;
    }

    @Override
    public Table table() {
        return new Table(
                COLUMNS,
                new NestedRows<>(report.images(), image -> image.targets().size(), ReportResult::row));
    }

    private static String[] row(ImageResult image, int number) {
        TargetResult target = image.targets().get(number);
        return row(image, target, target.id());
    }

    /** In a long list, targets that need no attention are counted by image, kind and status. */
    @Override
    public Table brief(Messages words) {
        Table whole = table();
        if (whole.rows().size() <= MAX_LISTED) {
            return whole;
        }
        Table.Builder table = Table.of(COLUMNS);
        for (ImageResult image : report.images()) {
            Map<List<String>, List<TargetResult>> done = new LinkedHashMap<>();
            for (TargetResult target : image.targets()) {
                if (needsAttention(target)) {
                    table.row(row(image, target, target.id()));
                } else {
                    done.computeIfAbsent(List.of(target.type(), target.status().label()), key -> new ArrayList<>())
                            .add(target);
                }
            }
            done.values()
                    .forEach(several -> table.row(row(
                            image,
                            several.get(0),
                            several.size() == 1
                                    ? several.get(0).id()
                                    : words.get("count." + several.get(0).type(), several.size()))));
        }
        return table.build();
    }

    private static boolean needsAttention(TargetResult target) {
        return switch (target.status()) {
            case FAILED, PENDING, NOT_TRIED, PLANNED_REMOVAL -> true;
            case SHARED, ALREADY_SHARED, UNSHARED, NOT_SHARED, PLANNED -> false;
        };
    }

    private static String[] row(ImageResult image, TargetResult target, String shownTarget) {
        return new String[] {
            image.imageId() == null ? "" : image.imageId().value(),
            image.name() == null ? "" : image.name(),
            target.type(),
            shownTarget,
            target.status().label(),
            target.error() == null ? "" : target.error().message(),
            target.error() == null ? "" : target.error().code(),
            image.region().value()
        };
    }

    static ObjectNode start(String command, Report report) {
        ObjectNode document = Documents.start(command, report.status().label());
        if (report.region() != null || !report.images().isEmpty()) {
            document.put(
                    "region", report.region() == null ? null : report.region().value());
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
            checks.add(check(finding));
        }
        return checks;
    }

    static ObjectNode check(Finding finding) {
        return Json.object()
                .put("id", finding.id().label())
                .put("status", finding.status().label())
                .put("message", finding.message())
                .put("fix", finding.fix());
    }

    static ObjectNode role(Report report) {
        return Json.object()
                .put("name", report.role().name())
                .put("action", report.role().action().label());
    }

    static ObjectNode trust(Report report) {
        ObjectNode trust = Json.object().put("action", report.trust().action().label());
        trust.set("added", Documents.strings(report.trust().added()));
        trust.set("removed", Documents.strings(report.trust().removed()));
        return trust;
    }

    /** The image without its targets. */
    static ObjectNode head(ImageResult image) {
        ObjectNode document = Json.object()
                .put("imageId", image.imageId() == null ? null : image.imageId().value())
                .put("imageName", image.name())
                .put("region", image.region().value())
                .put("encrypted", image.encrypted());
        return image.source() == null
                ? document
                : document.put("source", image.source().toString());
    }

    private static ObjectNode image(ImageResult image) {
        ObjectNode document = head(image);
        ArrayNode targets = document.putArray("targets");
        for (TargetResult target : image.targets()) {
            ObjectNode entry = targets.addObject()
                    .put("type", target.type())
                    .put("id", target.id())
                    .put("status", target.status().label());
            entry.set(
                    "error",
                    target.error() == null ? null : Problem.of(target.error()).document());
            if (target.until() != null) {
                entry.put("until", target.until().toString());
            }
        }
        return document;
    }
}
