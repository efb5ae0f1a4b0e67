package dev.shareimage.cloud;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;

/**
 * An encrypted copy of an image in a region that is to be made.
 *
 * @param from where the image is
 * @param to where the copy will be
 * @param key of the region of the copy
 * @param name which no other own image of that region has
 * @param tags which the copy bears from the beginning
 * @param token the same for the same order, so that the cloud makes it once
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
