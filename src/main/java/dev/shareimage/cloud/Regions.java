package dev.shareimage.cloud;

import dev.shareimage.domain.RegionId;
import java.util.List;

/** The regions that the caller can use. */
public interface Regions {

    List<RegionId> all(RegionId askedFrom) throws CloudException;
}
