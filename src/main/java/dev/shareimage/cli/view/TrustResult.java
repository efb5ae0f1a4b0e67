package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustEntry;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;

/** The present trust of the role: the policy for programs, its statements for people. */
public record TrustResult(TrustPolicy policy, Messages messages) implements Result {

    public static final List<String> COLUMNS = List.of("statement", "effect", "principal", "condition");

    @Override
    public JsonNode document() {
        return policy.document();
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        policy.explained()
                .forEach(entry -> table.row(
                        String.valueOf(entry.statement()), entry.effect(), entry.principal(), entry.condition()));
        return table.build();
    }

    /** A sentence for each principal. */
    @Override
    public List<Line> lines(Messages words) {
        return policy.isEmpty()
                ? List.of(new Line(Style.PLAIN, messages.get("trust.nobody")))
                : policy.explained().stream().map(this::line).toList();
    }

    private Line line(TrustEntry entry) {
        String who = entry.targetType()
                .map(type -> messages.get("target." + type, entry.targetId().orElse("")))
                .orElse(entry.principal());
        boolean conditional = entry.targetType().isEmpty() && !entry.condition().isEmpty();
        String whom = conditional ? messages.get("trust.where", who, entry.condition()) : who;
        String effect = entry.understood() ? entry.effect() : "";
        return switch (effect) {
            case "Allow" -> new Line(Style.PLAIN, messages.get("trust.trusts", entry.statement(), whom));
            case "Deny" -> new Line(Style.CAUTION, messages.get("trust.denies", entry.statement(), whom));
            default -> new Line(Style.CAUTION, messages.get("trust.neither", entry.statement(), whom, entry.effect()));
        };
    }
}
