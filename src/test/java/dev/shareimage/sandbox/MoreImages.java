package dev.shareimage.sandbox;

import dev.shareimage.sandbox.world.Image;
import java.util.List;

/** Adds images to a world. */
public final class MoreImages {

    private MoreImages() {}

    /** An available image with the same disks, which is not shared. Its name is its id. */
    public static Image like(Image image, String ownerId, String id) {
        return new Image(
                image.region(),
                id,
                ownerId,
                null,
                id,
                null,
                null,
                "Available",
                false,
                null,
                null,
                false,
                image.created(),
                image.disks(),
                List.of(),
                List.of());
    }
}
