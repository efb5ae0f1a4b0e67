package dev.shareimage.app.verify;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check, and who must repair it.
 *
 * @param region the region, or null for all regions
 * @param image the image, or null for all images
 * @param repairs the side that repairs it, or null if nobody must, or if that is not known
 */
public record Diagnosis(
        @Nullable RegionId region,
        @Nullable ImageId image,
        Finding finding,
        @Nullable Side repairs) {}
