package dev.shareimage.cloud;

import dev.shareimage.domain.RegionId;
import java.util.OptionalInt;

/** The limits that the cloud sets. */
public interface Quotas {

    /**
     * The maximum number of accounts for an image in the region; empty if no quota with the known code or name exists.
     */
    OptionalInt accountsPerImage(RegionId region) throws CloudException;

    /** The maximum number of the caller's custom images in the region; empty if no quota with the known name exists. */
    OptionalInt imagesPerRegion(RegionId region) throws CloudException;
}
