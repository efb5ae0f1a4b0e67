package dev.shareimage.sandbox.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.List;

/**
 * A page of a list, by {@code PageNumber} and {@code PageSize}.
 *
 * @param number counted from 1
 * @param size 1 to 100
 */
public record Page(int number, int size) {

    /** The page size if the call has none. */
    public static final int DEFAULT_SIZE = 10;

    private static final int MAX_SIZE = 100;

    /**
     * The page that a call requests; by default the first 10 entries.
     *
     * @throws ApiError 400 {@code InvalidParameter.PageNumber} or {@code InvalidParameter.PageSize}
     */
    public static Page of(Parameters parameters) throws ApiError {
        return new Page(
                parameters.integer("PageNumber", 1, 1, Integer.MAX_VALUE),
                parameters.integer("PageSize", DEFAULT_SIZE, 1, MAX_SIZE));
    }

    /** The entries on this page; none after the end of the list. */
    public <T> List<T> of(List<T> all) {
        long first = (long) (number - 1) * size;
        if (first >= all.size()) {
            return List.of();
        }
        return all.subList((int) first, (int) Math.min(first + size, all.size()));
    }

    public void describe(ObjectNode answer, int total) {
        answer.put("TotalCount", total).put("PageNumber", number).put("PageSize", size);
    }
}
