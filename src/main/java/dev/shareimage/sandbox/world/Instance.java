package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instance that was launched from an image. */
public record Instance(
        String region,
        String id,
        String ownerId,
        String imageId,
        @Nullable String zone,
        String type,
        String name,
        Instant created)
        implements Entity {

    @Override
    public String key() {
        return region + "/" + id;
    }
}
