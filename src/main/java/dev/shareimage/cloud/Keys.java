package dev.shareimage.cloud;

import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** KMS keys of a region. */
public interface Keys {

    /** The key of that id or alias, or empty when the region has none. */
    Optional<Key> find(RegionId region, KeyId key) throws CloudException;

    /** The keys of the region that services made for the caller's account, read to the last page. */
    Set<KeyId> serviceKeys(RegionId region) throws CloudException;

    /** Its tags. */
    Map<String, String> tags(RegionId region, KeyId key) throws CloudException;
}
