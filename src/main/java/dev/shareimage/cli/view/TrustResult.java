package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustEntry;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;

/** Whom the role trusts now: the policy itself for programs, its statements for people. */
public record TrustResult(TrustPolicy policy) implements Result {

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
    public String text(Messages messages) {
        if (policy.isEmpty()) {
            return messages.get("trust.nobody") + "\n";
        }
        StringBuilder text = new StringBuilder();
        policy.explained()
                .forEach(entry ->
                        text.append(Sanitizer.clean(line(entry, messages))).append('\n'));
        return text.toString();
    }

    private static String line(TrustEntry entry, Messages messages) {
        String who = entry.targetType()
                .map(type -> messages.get("target." + type, entry.targetId().orElse("")))
                .orElse(entry.principal());
        boolean conditional = entry.targetType().isEmpty() && !entry.condition().isEmpty();
        String whom = conditional ? messages.get("trust.where", who, entry.condition()) : who;
        return switch (entry.understood() ? entry.effect() : "") {
            case "Allow" -> messages.get("trust.trusts", entry.statement(), whom);
            case "Deny" -> messages.get("trust.denies", entry.statement(), whom);
            default -> messages.get("trust.neither", entry.statement(), whom, entry.effect());
        };
    }
}
