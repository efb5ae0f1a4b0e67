package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.json.Json;
import java.util.List;

/** The common members of all JSON documents. */
final class Documents {

    private static final int SCHEMA_VERSION = 1;

    private Documents() {}

    static ObjectNode start(String command, String status) {
        ObjectNode document = Json.object();
        document.put("schemaVersion", SCHEMA_VERSION);
        document.put("command", command);
        document.put("status", status);
        return document;
    }

    static ArrayNode strings(List<String> values) {
        ArrayNode array = Json.array();
        values.forEach(array::add);
        return array;
    }
}
