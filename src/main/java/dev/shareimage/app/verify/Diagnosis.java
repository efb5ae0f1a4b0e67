package dev.shareimage.app.verify;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a check found, and who has to repair it.
 *
 * @param region null where it concerns all regions
 * @param image null where it concerns all images
 * @param repairs null where nobody has to, or where it cannot be told
 */
public record Diagnosis(
        @Nullable RegionId region,
        @Nullable ImageId image,
        Finding finding,
        @Nullable Side repairs) {}
