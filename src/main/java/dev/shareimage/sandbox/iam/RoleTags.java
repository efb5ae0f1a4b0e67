package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tags that a call names: in {@code Tag.N.Key} and {@code Tag.N.Value}, or in {@code Tag} as a JSON array. */
final class RoleTags {

    private RoleTags() {}

    /**
     * @throws ApiError 400 {@code InvalidParameter.Tag} if {@code Tag} is no array of objects with a key
     */
    static List<Tag> of(Call call) throws ApiError {
        List<Tag> tags = new ArrayList<>();
        Optional<String> json = call.parameters().find("Tag");
        if (json.isPresent()) {
            for (JsonNode tag : array(json.get())) {
                add(tags, tag.path("Key").asText(), tag.path("Value").asText());
            }
        }
        for (int i = 1; key(call, i).isPresent(); i++) {
            add(
                    tags,
                    key(call, i).get(),
                    call.parameters().find("Tag." + i + ".Value").orElse(""));
        }
        return List.copyOf(tags);
    }

    /** Whether all wanted tags are there; one without a value matches any value. */
    static boolean match(List<Tag> wanted, List<Tag> present) {
        return wanted.stream()
                .allMatch(tag -> present.stream()
                        .anyMatch(other -> other.key().equals(tag.key())
                                && (tag.value().isEmpty() || tag.value().equals(other.value()))));
    }

    private static void add(List<Tag> tags, String key, String value) throws ApiError {
        if (key.isEmpty()) {
            throw invalid();
        }
        tags.removeIf(tag -> tag.key().equals(key));
        tags.add(new Tag(key, value));
    }

    private static JsonNode array(String json) throws ApiError {
        try {
            JsonNode tree = new ObjectMapper().readTree(json);
            if (tree.isArray()) {
                return tree;
            }
        } catch (JsonProcessingException notJson) {
            // It is refused below, as any other text is.
        }
        throw invalid();
    }

    private static Optional<String> key(Call call, int number) {
        return call.parameters().find("Tag." + number + ".Key");
    }

    private static ApiError invalid() {
        return new ApiError(400, "InvalidParameter.Tag", "The parameter - \"Tag\" is invalid.");
    }
}
