package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** RAM's paging: {@code MaxItems} 1 to 1000, and a {@code Marker} if there is more. */
final class MarkerPages {

    private static final int DEFAULT_SIZE = 100;
    private static final int MAX_SIZE = 1000;

    private MarkerPages() {}

    /**
     * One page of a list.
     *
     * @param entries all of them, in the order of their names
     * @param plural the member around the list, as in {@code Roles.Role}
     */
    static <T> ObjectNode page(
            Parameters parameters,
            List<T> entries,
            Function<T, String> name,
            String plural,
            String singular,
            Function<T, ObjectNode> shape)
            throws ApiError {
        int size = parameters.integer("MaxItems", DEFAULT_SIZE, 1, MAX_SIZE);
        String after = decode(parameters.find("Marker").orElse(""));
        List<T> left = entries.stream()
                .filter(entry -> name.apply(entry).compareTo(after) > 0)
                .toList();
        List<T> page = left.subList(0, Math.min(size, left.size()));
        ObjectNode answer = wrapped(page, plural, singular, shape);
        boolean truncated = page.size() < left.size();
        answer.put("IsTruncated", truncated);
        if (truncated) {
            answer.put("Marker", encode(name.apply(page.get(page.size() - 1))));
        }
        return answer;
    }

    /** A whole list. */
    static <T> ObjectNode wrapped(List<T> entries, String plural, String singular, Function<T, ObjectNode> shape) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putObject(plural).putArray(singular);
        entries.forEach(entry -> list.add(shape.apply(entry)));
        return answer;
    }

    private static String encode(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String marker) throws ApiError {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException madeUp) {
            throw new ApiError(400, "InvalidParameter.Marker", "The parameter - \"Marker\" is invalid.");
        }
    }
}
