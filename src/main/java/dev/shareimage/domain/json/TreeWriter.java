package dev.shareimage.domain.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Writes the tree of one value. */
final class TreeWriter {

    private TreeWriter() {}

    static void write(JsonNode node, JsonGenerator generator) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, generator);
            case ARRAY -> array(node, generator);
            case STRING -> generator.writeString(node.textValue());
            case NUMBER -> number(node, generator);
            case BOOLEAN -> generator.writeBoolean(node.booleanValue());
            default -> generator.writeNull();
        }
    }

    private static void object(JsonNode node, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            generator.writeFieldName(member.getKey());
            write(member.getValue(), generator);
        }
        generator.writeEndObject();
    }

    private static void array(JsonNode node, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (JsonNode element : node) {
            write(element, generator);
        }
        generator.writeEndArray();
    }

    private static void number(JsonNode node, JsonGenerator generator) throws IOException {
        if (node instanceof WrittenNumber) {
            generator.writeNumber(node.asText());
        } else if (node.isBigDecimal()) {
            generator.writeNumber(node.decimalValue());
        } else if (node.isBigInteger()) {
            generator.writeNumber(node.bigIntegerValue());
        } else if (node.isIntegralNumber()) {
            generator.writeNumber(node.longValue());
        } else {
            generator.writeNumber(node.doubleValue());
        }
    }
}
