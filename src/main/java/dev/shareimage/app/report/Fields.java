package dev.shareimage.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.InvalidValueException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of an object in a saved report. A missing member or one of another type is an error.
 *
 * @param place the place of the object in the document, for error messages
 */
record Fields(String place, JsonNode object) {

    Fields {
        if (!object.isObject()) {
            throw new InvalidValueException(place + " is not an object");
        }
    }

    String text(String name) {
        JsonNode value = member(name);
        if (!value.isTextual()) {
            throw wrong(name, "text");
        }
        return value.textValue();
    }

    @Nullable
    String textOrNull(String name) {
        return object.path(name).isNull() || object.path(name).isMissingNode() ? null : text(name);
    }

    @Nullable
    Boolean flagOrNull(String name) {
        JsonNode value = member(name);
        if (!value.isBoolean() && !value.isNull()) {
            throw wrong(name, "true, false or null");
        }
        return value.isNull() ? null : value.booleanValue();
    }

    int number(String name) {
        JsonNode value = member(name);
        if (!value.isNumber() || !value.canConvertToInt()) {
            throw wrong(name, "a number");
        }
        return value.intValue();
    }

    /** A text converted to its type. An error has the place. */
    <T> T value(String name, Function<String, T> rule) {
        return parsed(place + "." + name, text(name), rule);
    }

    <T> @Nullable T valueOrNull(String name, Function<String, T> rule) {
        return textOrNull(name) == null ? null : value(name, rule);
    }

    /** The texts of a list, each converted to its type. */
    <T> List<T> values(String name, Function<String, T> rule) {
        List<T> values = new ArrayList<>();
        for (JsonNode entry : list(name)) {
            if (!entry.isTextual()) {
                throw wrong(name, "a list of texts");
            }
            values.add(parsed(place + "." + name, entry.textValue(), rule));
        }
        return values;
    }

    /** The objects of a list. */
    <T> List<T> objects(String name, Function<Fields, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode entry : list(name)) {
            values.add(reader.apply(new Fields(place + "." + name + "[" + values.size() + "]", entry)));
        }
        return values;
    }

    Fields object(String name) {
        return new Fields(place + "." + name, member(name));
    }

    boolean isNull(String name) {
        return member(name).isNull();
    }

    InvalidValueException wrong(String name, String expected) {
        return new InvalidValueException(place + "." + name + " is not " + expected);
    }

    private JsonNode list(String name) {
        JsonNode value = member(name);
        if (!value.isArray()) {
            throw wrong(name, "a list");
        }
        return value;
    }

    private JsonNode member(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new InvalidValueException(place + "." + name + " is missing");
        }
        return value;
    }

    private static <T> T parsed(String where, String text, Function<String, T> rule) {
        try {
            return rule.apply(text);
        } catch (InvalidValueException | DateTimeException e) {
            throw new InvalidValueException(
                    where + ": " + (e instanceof InvalidValueException ? e.getMessage() : "this is not a time"));
        }
    }
}
