package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Report;
import dev.shareimage.app.RoleAction;
import dev.shareimage.domain.check.CheckId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code create-role} and {@code set-trust}.
 *
 * @param problem why nothing was done, if the report does not say it; or null
 */
public record RoleResult(
        String command, Report report, @Nullable Problem problem) implements Result {

    public static final List<String> COLUMNS = List.of("kind", "name", "action");

    @Override
    public JsonNode document() {
        ObjectNode document = ReportResult.start(command, report);
        document.set("checks", ReportResult.checks(report));
        document.set("role", ReportResult.role(report));
        document.set(
                "trust",
                ReportResult.trust(report).set("document", report.trust().document()));
        ArrayNode policies = document.putArray("policies");
        report.policies()
                .forEach(policy -> policies.addObject()
                        .put("name", policy.name())
                        .put("type", policy.type())
                        .put("action", policy.action().label()));
        ReportResult.finish(document, report, problem);
        return document;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        boolean missing = report.checks().stream().anyMatch(check -> check.failed() && check.id() == CheckId.ROLE);
        boolean planned = report.trust().action() == RoleAction.PLANNED;
        table.row(
                "role",
                report.role().name(),
                missing ? "missing" : report.role().action().label());
        report.policies()
                .forEach(policy ->
                        table.row("policy", policy.name(), policy.action().label()));
        table.row(
                "trust",
                report.role().name(),
                missing ? "missing" : report.trust().action().label());
        report.trust().added().forEach(entry -> table.row("principal", entry, planned ? "to-add" : "added"));
        report.trust().removed().forEach(entry -> table.row("principal", entry, planned ? "to-remove" : "removed"));
        return table.build();
    }
}
