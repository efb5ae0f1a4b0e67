package dev.shareimage.cloud.aliyun.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Reads the members of a JSON object that are single values. */
final class JsonFields {

    private JsonFields() {}

    /** Texts, whole numbers and truth values. Other members are ignored. */
    static Map<String, String> texts(JsonNode node) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = member.getValue();
            if (value.isTextual() || value.isIntegralNumber() || value.isBoolean()) {
                values.put(member.getKey(), value.asText());
            }
        }
        return values;
    }
}
