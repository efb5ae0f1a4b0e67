package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a resource directory.
 *
 * @param id begins with {@code fd-}, or {@code r-} for the root
 * @param parentId the parent folder, or null for the root
 */
public record Folder(
        String directoryId, String id, @Nullable String parentId, String name, Instant created) implements Entity {

    @Override
    public String key() {
        return id;
    }
}
