package dev.shareimage.sandbox.world;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON and reads them. Members that are null, false, zero or empty are left out.
 *
 * <p>It uses the streaming parser, because the sandbox starts with runs of the program, and data binding would make the
 * start several times slower.
 */
final class RecordJson {

    private final JsonFactory factory = new JsonFactory();
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();

    <T> T read(String json, Class<T> type) {
        try (JsonParser parser = factory.createParser(json)) {
            parser.nextToken();
            return type.cast(readRecord(parser, type));
        } catch (IOException | RuntimeException broken) {
            throw StateFailure.of(StateFailure.damaged("the state has a damaged " + type.getSimpleName()));
        }
    }

    String write(Object entity) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            writeRecord(generator, entity);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private Object readRecord(JsonParser parser, Class<?> type) throws IOException {
        RecordShape shape = shape(type);
        @Nullable Object[] arguments = shape.defaults();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int index = shape.indexOf(parser.currentName());
            parser.nextToken();
            arguments[index] = readValue(parser, shape.type(index));
        }
        return shape.create(arguments);
    }

    private Object readValue(JsonParser parser, Type type) throws IOException {
        if (type instanceof ParameterizedType list) {
            return readList(parser, list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return readRecord(parser, plain);
        }
        if (plain == boolean.class) {
            return parser.getBooleanValue();
        }
        if (plain == int.class) {
            return parser.getIntValue();
        }
        if (plain == long.class) {
            return parser.getLongValue();
        }
        return readText(parser.getText(), plain);
    }

    private static Object readText(String text, Class<?> type) {
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type.isEnum()) {
            for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
                if (constant.toString().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException(text + " is no " + type.getSimpleName());
        }
        return text;
    }

    private List<Object> readList(JsonParser parser, Type elementType) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readValue(parser, elementType));
        }
        return List.copyOf(elements);
    }

    private void writeRecord(JsonGenerator generator, Object entity) throws IOException {
        RecordShape shape = shape(entity.getClass());
        generator.writeStartObject();
        for (int i = 0; i < shape.size(); i++) {
            Object value = shape.value(entity, i);
            if (!isDefault(value)) {
                generator.writeFieldName(shape.name(i));
                writeValue(generator, Objects.requireNonNull(value));
            }
        }
        generator.writeEndObject();
    }

    private static boolean isDefault(@Nullable Object value) {
        return value == null
                || value.equals(false)
                || value.equals(0)
                || value.equals(0L)
                || value instanceof Collection<?> collection && collection.isEmpty();
    }

    private void writeValue(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Record) {
            writeRecord(generator, value);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            generator.writeString(value.toString());
        }
    }

    private RecordShape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, RecordShape::new);
    }
}
