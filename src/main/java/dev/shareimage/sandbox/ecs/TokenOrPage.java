package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.List;

/** Lists of which a call gets a part by {@code NextToken} if it sends a token or {@code MaxResults}, else a page. */
final class TokenOrPage {

    private TokenOrPage() {}

    /** The requested part; also adds its place in the list to the answer. */
    static <T> List<T> of(Parameters parameters, List<T> found, ObjectNode answer) throws ApiError {
        Page page = Page.of(parameters);
        List<T> part = page.of(found);
        if (parameters.find("MaxResults").or(() -> parameters.find("NextToken")).isPresent()) {
            Slice slice = Slice.of(parameters, Page.DEFAULT_SIZE);
            slice.describe(answer, found.size());
            part = slice.of(found);
        }
        page.describe(answer, found.size());
        return part;
    }
}
