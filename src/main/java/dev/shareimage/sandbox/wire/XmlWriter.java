package dev.shareimage.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes an answer as XML: a member is an element, an array repeats it. */
final class XmlWriter {

    private final StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>");

    private XmlWriter() {}

    static String write(String rootElement, ObjectNode answer) {
        XmlWriter writer = new XmlWriter();
        writer.element(rootElement, answer);
        return writer.xml.toString();
    }

    private void element(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (value.isArray()) {
            value.forEach(entry -> element(name, entry));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value.isObject()) {
            members((ObjectNode) value);
        } else {
            escaped(value.asText());
        }
        xml.append("</").append(name).append('>');
    }

    private void members(ObjectNode object) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            element(member.getKey(), member.getValue());
        }
    }

    private void escaped(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;");
                default -> xml.appendCodePoint(isAllowed(character) ? character : '\ufffd');
            }
        });
    }

    private static boolean isAllowed(int character) {
        return character == '\n'
                || character == '\t'
                || (character >= ' ' && character < 0xd800)
                || (character >= 0xe000 && character != 0xfffe && character != 0xffff);
    }
}
