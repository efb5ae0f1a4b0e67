package dev.shareimage.cloud.aliyun.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.http.Redaction;
import dev.shareimage.domain.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer, or an object in it. Members that nobody reads are ignored. A member that is read and has the wrong form is
 * an error that names it, so that a change in the cloud never loses an account silently.
 *
 * @param path the place of the object in the answer, for messages
 */
public record ApiResponse(String action, @Nullable String requestId, String path, JsonNode node) {

    /** The text of a member. Numbers are accepted, because ids come in both forms. */
    public String text(String name) throws CloudException {
        return textIfAny(name).orElseThrow(() -> malformed(name, "is missing"));
    }

    /** The text of a member; empty if it is missing or empty. */
    public Optional<String> textIfAny(String name) throws CloudException {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
            throw malformed(name, "is not a text");
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    /** A member, converted to a domain value. */
    public <T> T value(String name, Function<String, T> constructor) throws CloudException {
        try {
            return constructor.apply(text(name));
        } catch (InvalidValueException e) {
            throw malformed(name, "cannot be understood: " + Redaction.line(e.messageWithValue()));
        }
    }

    /** A member, converted to a domain value; null if it is missing or has another form. */
    public <T> @Nullable T valueOrNull(String name, Function<String, T> constructor) throws CloudException {
        try {
            return textIfAny(name).map(constructor).orElse(null);
        } catch (InvalidValueException e) {
            return null;
        }
    }

    /** A truth value, which may be written as text; empty if the answer has none. */
    public Optional<Boolean> flag(String name) throws CloudException {
        Optional<String> text = textIfAny(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get()) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> throw malformed(name, "is neither true nor false");
        };
    }

    /** A whole number from zero to a billion, which may be written as text. Its fraction must be zero. */
    public Optional<Integer> count(String name) throws CloudException {
        Optional<String> text = textIfAny(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = new BigDecimal(text.get()).intValueExact();
            if (number >= 0 && number <= 1_000_000_000) {
                return Optional.of(number);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // It is refused below, like every other number that is not a count.
        }
        throw malformed(name, "is not a count");
    }

    /** A point in time; null if it is missing or unreadable, because no time is worth a failure. */
    @Nullable
    public Instant timeOrNull(String name) throws CloudException {
        Optional<String> text = textIfAny(name);
        return text.isEmpty() ? null : Timestamps.read(text.get());
    }

    /** An object in this one. */
    public ApiResponse object(String name) throws CloudException {
        JsonNode value = node.path(name);
        if (!value.isObject()) {
            throw malformed(name, value.isMissingNode() ? "is missing" : "is not an object");
        }
        return inner(name, value);
    }

    /**
     * A list in this object: wrapped as in {@code {"Images":{"Image":[…]}}}, or bare as in {@code {"Images":[…]}},
     * because products differ. A missing list is an error and not an empty list, because nobody knows what it would
     * contain.
     */
    public List<ApiResponse> list(String name, String item) throws CloudException {
        return optionalList(name, item).orElseThrow(() -> malformed(name, "is missing"));
    }

    /** As {@link #list}, for a list that an answer may omit according to the documentation; empty in that case. */
    public Optional<List<ApiResponse>> optionalList(String name, String item) throws CloudException {
        JsonNode value = node.path(name);
        JsonNode list = value.isObject() ? value.path(item) : value;
        if (list.isMissingNode() || list.isNull()) {
            return Optional.empty();
        }
        if (!list.isArray()) {
            throw malformed(name, "is not a list");
        }
        List<ApiResponse> items = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            if (!element.isObject()) {
                throw malformed(name, "contains something that is not an object");
            }
            items.add(inner(name + "[" + items.size() + "]", element));
        }
        return Optional.of(items);
    }

    public CloudException malformed(String name, String problem) {
        String where = path.isEmpty() ? name : path + "." + name;
        return new CloudException(
                CloudException.Kind.MALFORMED,
                action,
                "MalformedAnswer",
                "the answer to " + action + " cannot be understood: " + where + " " + problem,
                requestId,
                null);
    }

    private ApiResponse inner(String name, JsonNode value) {
        return new ApiResponse(action, requestId, path.isEmpty() ? name : path + "." + name, value);
    }
}
