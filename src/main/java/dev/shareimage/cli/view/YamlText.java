package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Writes YAML. YAML has several ways to escape, so characters that a terminal would execute are replaced. All strings
 * have quotes, so that none is read as a number, a date or a truth value.
 *
 * <p>Objects, lists and plain strings are laid out here, and the library writes the rest. The text is the same as if the
 * library wrote all of it, but long lists take a third of the time.
 */
final class YamlText {

    private static final String INDENT = "  ";

    private final TextSink text;
    private final LibraryYaml library = new LibraryYaml();

    private YamlText(TextSink text) {
        this.text = text;
    }

    /** Writes the document with a final line end, piece by piece. */
    static void write(JsonNode tree, TextSink out) {
        new YamlText(out).entry(tree, "");
    }

    /** Writes a value whose first line has begun, such as an entry of a list. */
    private void entry(JsonNode node, String indent) {
        if (node.isEmpty() || !node.isContainerNode()) {
            scalar(node);
        } else if (node.isArray()) {
            array(node, indent, false);
        } else {
            object(node, indent, false);
        }
    }

    /**
     *
     * @param below whether the first member is on a line of its own, like the others
     */
    private void object(JsonNode node, String indent, boolean below) {
        if (!namesFit(node)) {
            lines(library.write(node), indent, below);
            return;
        }
        boolean indented = below;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (indented) {
                text.append(indent);
            }
            indented = true;
            text.append(library.name(member.getKey())).append(':');
            member(member.getValue(), indent);
        }
    }

    private boolean namesFit(JsonNode node) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (library.name(member.getKey()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void member(JsonNode value, String indent) {
        if (value.isEmpty() || !value.isContainerNode()) {
            text.append(' ');
            scalar(value);
        } else {
            text.append('\n');
            if (value.isArray()) {
                array(value, indent, true);
            } else {
                object(value, indent + INDENT, true);
            }
        }
    }

    private void array(JsonNode node, String indent, boolean below) {
        String inner = indent + INDENT + INDENT;
        boolean indented = below;
        for (JsonNode element : node) {
            if (indented) {
                text.append(indent);
            }
            indented = true;
            text.append("  - ");
            entry(element, inner);
        }
    }

    private void lines(String lines, String indent, boolean below) {
        boolean indented = below;
        for (String line : lines.split("\n")) {
            if (indented) {
                text.append(indent);
            }
            indented = true;
            text.append(line).append('\n');
        }
    }

    /** A value on one line, with its line end. */
    private void scalar(JsonNode node) {
        if (node.isTextual() && isPlain(node.textValue())) {
            text.append('"').append(node.textValue()).append("\"\n");
        } else if (node.isNull() || node.isBoolean()) {
            text.append(node.asText()).append('\n');
        } else {
            text.append(library.write(node));
        }
    }

    private static boolean isPlain(String value) {
        return Sanitizer.isPlain(value) && value.indexOf('"') < 0 && value.indexOf('\\') < 0;
    }
}
