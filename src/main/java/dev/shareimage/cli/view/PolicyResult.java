package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.permission.RamPolicy;
import java.util.List;

/** RAM policies for people. */
public record PolicyResult(String command, List<RamPolicy> policies) implements Result {

    public static final List<String> COLUMNS = List.of("name", "document");

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, "succeeded");
        ArrayNode array = document.putArray("policies");
        for (RamPolicy policy : policies) {
            ObjectNode entry = array.addObject().put("name", policy.name());
            entry.set("document", policy.document());
            entry.set("unscopedActions", Documents.strings(policy.unscoped()));
        }
        return document;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        policies.forEach(policy -> table.row(policy.name(), Json.write(policy.document())));
        return table.build();
    }
}
