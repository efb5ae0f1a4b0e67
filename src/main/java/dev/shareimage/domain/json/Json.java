package dev.shareimage.domain.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * JSON as trees.
 *
 * <p>Reading is strict: duplicate members and text after the document are errors. It is lossless: numbers keep all
 * digits, and members keep their order. Depth, digits and the number of values are limited, because a tree needs many
 * times the memory of its text.
 */
public final class Json {

    private static final int MAX_DEPTH = 200;

    /** The maximum number of tokens: names, values, and the brackets around them. */
    private static final int MAX_TOKENS = 250_000;

    /** From here on, the parser's message is about the parser's own settings. */
    private static final String PARSER_DETAIL = " (start marker at ";

    /** Trees are read and written without Jackson's object mapper, which is slow to start. */
    private static final JsonFactory FACTORY = factory(MAX_TOKENS);

    private Json() {}

    private static JsonFactory factory(int maxTokens) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(maxTokens)
                        .build())
                .build();
    }

    /**
     * Reads one document.
     *
     * @throws JsonException if the text is anything else; the message has the place
     */
    public static JsonNode parse(String text) throws JsonException {
        return parse(FACTORY, text);
    }

    /**
     * Reads one document of the user's own, which may be larger than any answer of the cloud.
     *
     * @param maxTokens the maximum number of names, values and brackets
     * @throws JsonException if the text is anything else; the message has the place
     */
    public static JsonNode parse(String text, int maxTokens) throws JsonException {
        return parse(factory(maxTokens), text);
    }

    private static JsonNode parse(JsonFactory factory, String text) throws JsonException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new JsonException("there is no JSON document");
            }
            JsonNode tree = TreeReader.read(parser);
            if (parser.nextToken() != null) {
                throw new JsonException("there is text behind the JSON document");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw explained(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as one line without white space. */
    public static String write(JsonNode tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            TreeWriter.write(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The document as one line of ASCII without apostrophes and control characters, for a shell's single quotes. JSON
     * escapes all other characters by their numbers.
     */
    public static String writeQuotable(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        write(tree).chars().forEach(c -> {
            if (c == '\'' || c < ' ' || c > '~') {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }

    /** A new object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static JsonException explained(JsonProcessingException e) {
        String reason =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("not JSON");
        int detail = reason.indexOf(PARSER_DETAIL);
        reason = detail < 0 ? reason : reason.substring(0, detail);
        return e.getLocation() == null
                ? new JsonException(reason)
                : new JsonException(
                        reason,
                        "line " + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr());
    }
}
