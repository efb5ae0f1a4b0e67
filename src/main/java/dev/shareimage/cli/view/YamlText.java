package dev.shareimage.cli.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.shareimage.domain.json.Json;
import java.util.Map;

/**
 * Writes YAML; as it has no one way to escape, characters that a terminal would obey are replaced. All strings have quotes,
 * so that none is taken for a number, a date or a truth value.
 */
public final class YamlText {

    private YamlText() {}

    /** The document with a final line end. */
    public static String write(JsonNode tree) {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        try {
            return mapper.writeValueAsString(clean(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode clean(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(Sanitizer.clean(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode copy = Json.array();
            node.forEach(element -> copy.add(clean(element)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = Json.object();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                copy.set(Sanitizer.clean(member.getKey()), clean(member.getValue()));
            }
            return copy;
        }
        return node;
    }
}
