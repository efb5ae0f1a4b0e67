package dev.shareimage.sandbox.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list, by {@code MaxResults} and {@code NextToken}.
 *
 * @param first index of its first entry
 * @param size 1 to 100
 */
public record Slice(int first, int size) {

    private static final int MAX_SIZE = 100;
    private static final int MAX_TOKEN = 256;

    /**
     * The part that a call requests.
     *
     * @throws ApiError 400 {@code InvalidParameter.MaxResults}, {@code InvalidParameter.NextToken} or {@code
     *     InvalidParameter.NextToken.Length}
     */
    public static Slice of(Parameters parameters, int defaultSize) throws ApiError {
        Optional<String> token = parameters.find("NextToken");
        int first = token.isEmpty() ? 0 : position(token.get());
        return new Slice(first, parameters.integer("MaxResults", defaultSize, 1, MAX_SIZE));
    }

    public <T> List<T> of(List<T> all) {
        int from = Math.min(first, all.size());
        return all.subList(from, Math.min(from + size, all.size()));
    }

    /** Adds {@code NextToken} if there are more entries. */
    public void describe(ObjectNode answer, int total) {
        if (first + size < total) {
            answer.put("NextToken", token(first + size));
        }
    }

    private static String token(int position) {
        return Base64.getUrlEncoder().encodeToString(("next:" + position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(String token) throws ApiError {
        if (token.length() > MAX_TOKEN) {
            throw new ApiError(
                    400,
                    "InvalidParameter.NextToken.Length",
                    "The maximum length of NextToken exceeds 256 characters.");
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (text.startsWith("next:")) {
                return Math.max(0, Integer.parseInt(text.substring("next:".length())));
            }
        } catch (IllegalArgumentException notOurs) {
            // It is refused below, like every token that was not issued here.
        }
        throw new ApiError(400, "InvalidParameter.NextToken", "The NextToken is invalid.");
    }
}
