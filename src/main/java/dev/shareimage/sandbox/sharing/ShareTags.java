package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.ResourceShare;
import dev.shareimage.sandbox.world.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tags that a call names by {@code Tag.N.Key} and {@code Tag.N.Value}. */
final class ShareTags {

    private ShareTags() {}

    /** The tags of a new share; of a repeated key the last value counts. */
    static List<Tag> of(Call call) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 1; key(call, i).isPresent(); i++) {
            String key = key(call, i).get();
            tags.removeIf(tag -> tag.key().equals(key));
            tags.add(new Tag(key, value(call, i).orElse("")));
        }
        return tags;
    }

    /** Whether a share has every tag that the call names; without a value any will do. */
    static boolean match(Call call, ResourceShare share) {
        for (int i = 1; key(call, i).isPresent(); i++) {
            String key = key(call, i).get();
            Optional<String> value = value(call, i);
            if (share.tags().stream()
                    .noneMatch(tag -> tag.key().equals(key)
                            && value.map(tag.value()::equals).orElse(true))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> key(Call call, int number) {
        return call.parameters().find("Tag." + number + ".Key");
    }

    private static Optional<String> value(Call call, int number) {
        return call.parameters().find("Tag." + number + ".Value");
    }
}
