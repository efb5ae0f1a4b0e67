package dev.shareimage.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object in a plan. It knows which ones were not read. */
final class Members {

    private final String place;
    private final JsonNode object;
    private final Set<String> unread = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param place for messages, such as {@code rules[2].effect}
     */
    Members(String place, JsonNode object) {
        if (!object.isObject()) {
            throw new IllegalArgumentException(place + " must be an object");
        }
        this.place = place;
        this.object = object;
        object.fieldNames().forEachRemaining(unread::add);
    }

    /** The object at a name, or an empty one. */
    Members object(String name) {
        @Nullable JsonNode value = read(name);
        return new Members(place + "." + name, value == null ? JsonNodeFactory.instance.objectNode() : value);
    }

    Optional<String> text(String name) {
        @Nullable JsonNode value = read(name);
        if (value != null && !value.isTextual()) {
            throw new IllegalArgumentException(place + "." + name + " must be a string");
        }
        return Optional.ofNullable(value).map(JsonNode::textValue);
    }

    String text(String name, String defaultValue) {
        return text(name).orElse(defaultValue);
    }

    /** A string that is one of some words. */
    Optional<String> oneOf(String name, List<String> words) {
        Optional<String> word = text(name);
        if (word.isPresent() && !words.contains(word.get())) {
            throw new IllegalArgumentException(place + "." + name + " must be one of " + String.join(", ", words));
        }
        return word;
    }

    /** The objects in a list; empty when the member is absent. */
    Optional<List<Members>> objects(String name) {
        @Nullable JsonNode value = read(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw new IllegalArgumentException(place + "." + name + " must be a list");
        }
        List<Members> entries = new ArrayList<>();
        for (JsonNode entry : value) {
            entries.add(new Members(place + "." + name + "[" + entries.size() + "]", entry));
        }
        return Optional.of(entries);
    }

    Optional<Boolean> flag(String name) {
        @Nullable JsonNode value = read(name);
        if (value != null && !value.isBoolean()) {
            throw new IllegalArgumentException(place + "." + name + " must be true or false");
        }
        return Optional.ofNullable(value).map(JsonNode::booleanValue);
    }

    /** A number that is not negative. */
    OptionalLong number(String name) {
        @Nullable JsonNode value = read(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException(place + "." + name + " must be a whole number, 0 or more");
        }
        return OptionalLong.of(value.longValue());
    }

    int number(String name, int defaultValue, int minimum) {
        return number(name, defaultValue, minimum, Integer.MAX_VALUE);
    }

    int number(String name, int defaultValue, int minimum, int maximum) {
        long value = number(name).orElse(defaultValue);
        require(name, value, value >= minimum, "must be at least " + minimum);
        return (int) require(name, value, value <= maximum, "must be at most " + maximum)
                .longValue();
    }

    /**
     * @param rule what the member must do, such as {@code must be at least 1}
     * @return the value
     * @throws IllegalArgumentException if the value breaks the rule
     */
    <T> T require(String name, T value, boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(place + "." + name + " " + rule);
        }
        return value;
    }

    /** A string that the plan must have. */
    String requiredText(String name) {
        String value = text(name, "");
        return require(name, value, !value.isEmpty(), "is missing");
    }

    double fraction(String name, double defaultValue, double minimum, double maximum) {
        double value = fraction(name, defaultValue);
        return require(name, value, value >= minimum && value <= maximum, "must be from " + minimum + " to " + maximum);
    }

    double fraction(String name, double defaultValue) {
        @Nullable JsonNode value = read(name);
        if (value != null && !value.isNumber()) {
            throw new IllegalArgumentException(place + "." + name + " must be a number");
        }
        return value == null ? defaultValue : value.doubleValue();
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : Set.copyOf(unread)) {
            texts.put(name, text(name, ""));
        }
        return texts;
    }

    /** @throws IllegalArgumentException if there is a member that was not read; the message names it */
    void requireAllRead() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    place + " has an unknown member " + unread + "; known are " + String.join(", ", known));
        }
    }

    private @Nullable JsonNode read(String name) {
        known.add(name);
        unread.remove(name);
        return object.get(name);
    }
}
