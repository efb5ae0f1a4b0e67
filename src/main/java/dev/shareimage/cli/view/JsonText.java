package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON on several lines that a terminal can show safely. Characters that {@link Sanitizer} would replace are
 * escaped, so that nothing is lost.
 */
public final class JsonText {

    private static final String INDENT = "  ";

    private final TextSink text;

    private JsonText(TextSink text) {
        this.text = text;
    }

    /** The document without a final line end. */
    public static String write(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        try (TextSink out = new TextSink(text::append)) {
            new JsonText(out).value(tree, "\n");
        }
        return text.toString();
    }

    /** Writes the document and a line end. */
    static void write(JsonNode tree, TextSink out) {
        new JsonText(out).value(tree, "\n");
        out.append('\n');
    }

    private void value(JsonNode node, String lineEnd) {
        if (node.isObject()) {
            object(node, lineEnd);
        } else if (node.isArray()) {
            array(node, lineEnd);
        } else if (node.isTextual()) {
            string(node.textValue());
        } else {
            text.append(node.asText());
        }
    }

    private void object(JsonNode node, String lineEnd) {
        text.append('{');
        String inner = lineEnd + INDENT;
        Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            text.append(inner);
            string(member.getKey());
            text.append(": ");
            value(member.getValue(), inner);
            text.append(members.hasNext() ? "," : lineEnd);
        }
        text.append('}');
    }

    private void array(JsonNode node, String lineEnd) {
        text.append('[');
        String inner = lineEnd + INDENT;
        for (int i = 0; i < node.size(); i++) {
            text.append(inner);
            value(node.get(i), inner);
            text.append(i + 1 < node.size() ? "," : lineEnd);
        }
        text.append(']');
    }

    private void string(String value) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            value.codePoints().forEach(this::character);
        }
        text.append('"');
    }

    private static boolean isPlain(String value) {
        return Sanitizer.isPlain(value) && value.indexOf('"') < 0 && value.indexOf('\\') < 0;
    }

    private void character(int character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\r' -> text.append("\\r");
            default -> {
                if (Sanitizer.isVisible(character)) {
                    text.appendCodePoint(character);
                } else {
                    escape(character);
                }
            }
        }
    }

    private void escape(int character) {
        for (char half : Character.toChars(character)) {
            text.append(String.format("\\u%04x", (int) half));
        }
    }
}
