package dev.shareimage.domain.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * JSON as trees.
 *
 * <p>Reading is strict: a member that occurs twice and text after the document are errors. It is lossless: numbers keep
 * all their digits, members their order. Depth and size are bounded by Jackson's own limits.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * Reads one document.
     *
     * @throws JsonException when the text is anything else, with the place in the message
     */
    public static JsonNode parse(String text) throws JsonException {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new JsonException("there is no JSON document");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new JsonException(describe(e));
        }
    }

    /** The document in one line without white space. */
    public static String write(JsonNode tree) {
        return tree.toString();
    }

    /** The document over several lines, for people. */
    public static String pretty(JsonNode tree) {
        return tree.toPrettyString();
    }

    /** An object to fill. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An array to fill. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static String describe(JsonProcessingException e) {
        String reason =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("not JSON");
        return e.getLocation() == null
                ? reason
                : reason + " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
