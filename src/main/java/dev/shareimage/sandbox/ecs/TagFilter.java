package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tags that a resource must have, all of them; a tag without a value stands for any value. */
record TagFilter(List<Tag> tags) {

    private static final int MOST = 20;

    /**
     * @throws ApiError 400 {@code InvalidTag.Mismatch} for a value without a key
     */
    static TagFilter of(Parameters parameters) throws ApiError {
        List<Tag> tags = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            Optional<String> key = either(parameters, i, "Key", "key");
            Optional<String> value = either(parameters, i, "Value", "value");
            if (key.isEmpty() && value.isPresent()) {
                throw new ApiError(
                        400, "InvalidTag.Mismatch", "The specified Tag.n.Key and Tag.n.Value are not match.");
            }
            key.ifPresent(name -> tags.add(new Tag(name, value.orElse(""))));
        }
        return new TagFilter(List.copyOf(tags));
    }

    boolean matches(List<Tag> present) {
        return tags.stream().allMatch(tag -> present.stream().anyMatch(other -> covers(tag, other)));
    }

    private static boolean covers(Tag wanted, Tag present) {
        return wanted.key().equals(present.key())
                && (wanted.value().isEmpty() || wanted.value().equals(present.value()));
    }

    private static Optional<String> either(Parameters parameters, int number, String name, String otherName) {
        String prefix = "Tag." + number + ".";
        return parameters.find(prefix + name).or(() -> parameters.find(prefix + otherName));
    }
}
