package dev.shareimage.cloud;

import dev.shareimage.domain.RegionId;
import java.util.OptionalInt;

/** Limits that the cloud sets. */
public interface Quotas {

    /**
     * How many accounts an image may be shared with in the region; empty when the quota is known neither by its code nor
     * by its name.
     */
    OptionalInt accountsPerImage(RegionId region) throws CloudException;

    /** How many custom images the caller may have in the region; empty when no quota of such a name is listed. */
    OptionalInt imagesPerRegion(RegionId region) throws CloudException;
}
