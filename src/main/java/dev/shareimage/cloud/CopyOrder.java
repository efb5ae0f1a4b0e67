package dev.shareimage.cloud;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;

/**
 * A request to copy an image, encrypted, to a region.
 *
 * @param from the region of the image
 * @param to the region of the copy
 * @param key the key that encrypts the copy, in the region of the copy
 * @param name the name of the copy, which no other own image of that region has
 * @param tags the tags that the copy has from the start
 * @param token the same for the same order, so that the cloud makes only one copy
 */
public record CopyOrder(
        RegionId from,
        ImageId image,
        RegionId to,
        KeyId key,
        String name,
        String description,
        Map<String, String> tags,
        String token) {

    public CopyOrder {
        tags = Map.copyOf(tags);
    }
}
