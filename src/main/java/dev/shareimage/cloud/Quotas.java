package dev.shareimage.cloud;

import dev.shareimage.domain.RegionId;
import java.util.OptionalInt;

/** Limits that the cloud sets. */
public interface Quotas {

    /**
     * How many accounts an image may be shared with in the region; empty when no quota of that name is listed. The
     * quota's code is not documented: it is found by its name.
     */
    OptionalInt accountsPerImage(RegionId region) throws CloudException;
}
