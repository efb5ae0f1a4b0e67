package dev.shareimage.app;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;

/**
 * What to unshare.
 *
 * @param all all targets of the images instead of the named ones
 */
public record UnshareRequest(
        SelectedImages images, TargetQuery targets, boolean all, boolean pruneTrust, boolean setup) {

    /** Images of one region. */
    public UnshareRequest(
            RegionId region,
            List<ImageId> images,
            TargetQuery targets,
            boolean all,
            boolean pruneTrust,
            boolean setup) {
        this(SelectedImages.of(region, images), targets, all, pruneTrust, setup);
    }
}
