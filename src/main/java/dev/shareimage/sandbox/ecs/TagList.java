package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags that a call sets on a resource. */
final class TagList {

    private static final int MAX_LENGTH = 128;
    private static final int MAX_TAGS_PER_RESOURCE = 20;

    private TagList() {}

    /**
     * @throws ApiError 400 {@code InvalidTagKey.Malformed}, {@code InvalidTagValue.Malformed}, {@code Duplicate.TagKey},
     *     {@code InvalidTagCount} or {@code InvalidTag.Mismatch}
     */
    static List<Tag> of(Parameters parameters) throws ApiError {
        List<Tag> tags = TagFilter.of(parameters).tags();
        for (Tag tag : tags) {
            requireForm(tag);
        }
        Set<String> keys = tags.stream().map(Tag::key).collect(Collectors.toSet());
        if (keys.size() < tags.size()) {
            throw new ApiError(400, "Duplicate.TagKey", "The Tag.N.Key contain duplicate key.");
        }
        return tags;
    }

    /**
     * The tags of a resource after these are added. A tag with the same key is replaced.
     *
     * @throws ApiError 400 {@code QuotaExceed.TagsPerResource} for more than 20
     */
    static List<Tag> merged(List<Tag> present, List<Tag> added) throws ApiError {
        Set<String> keys = added.stream().map(Tag::key).collect(Collectors.toSet());
        List<Tag> merged = new ArrayList<>(present);
        merged.removeIf(tag -> keys.contains(tag.key()));
        merged.addAll(added);
        if (merged.size() > MAX_TAGS_PER_RESOURCE) {
            throw new ApiError(
                    400, "QuotaExceed.TagsPerResource", "The maximum number of tags for each resource is exceeded.");
        }
        return merged;
    }

    private static void requireForm(Tag tag) throws ApiError {
        if (tag.key().startsWith("acs:") || tag.key().startsWith("aliyun") || !isText(tag.key())) {
            throw new ApiError(400, "InvalidTagKey.Malformed", "The specified Tag.n.Key is not valid.");
        }
        if (!isText(tag.value())) {
            throw new ApiError(400, "InvalidTagValue.Malformed", "The specified Tag.n.Value is not valid.");
        }
    }

    private static boolean isText(String text) {
        return text.length() <= MAX_LENGTH && !text.contains("http://") && !text.contains("https://");
    }
}
