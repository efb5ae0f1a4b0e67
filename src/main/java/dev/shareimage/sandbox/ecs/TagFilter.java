package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags that a resource must have. A tag without a value matches any value. */
record TagFilter(List<Tag> tags) {

    private static final Pattern TAG = Pattern.compile("Tag\\.(\\d+)\\..*");
    private static final int MAX_TAGS = 20;

    /**
     * @throws ApiError 400 {@code InvalidTag.Mismatch} for a value without a key, {@code InvalidTagCount} for more than 20
     */
    static TagFilter of(Parameters parameters) throws ApiError {
        if (parameters.values().keySet().stream().anyMatch(TagFilter::isBeyond)) {
            throw new ApiError(400, "InvalidTagCount", "The specified tags are beyond the permitted range.");
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 1; i <= MAX_TAGS; i++) {
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

    private static boolean isBeyond(String parameter) {
        Matcher tag = TAG.matcher(parameter);
        return tag.matches() && (tag.group(1).length() > 2 || Integer.parseInt(tag.group(1)) > MAX_TAGS);
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
