package dev.shareimage.cloud;

import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** KMS keys of a region. */
public interface Keys {

    /** The key, or empty when the region has none of that id. */
    Optional<Key> find(RegionId region, KeyId key) throws CloudException;

    /** Its tags. */
    Map<String, String> tags(RegionId region, KeyId key) throws CloudException;

    /** Its aliases, such as {@code alias/acs/ecs} of the service key. */
    List<String> aliases(RegionId region, KeyId key) throws CloudException;
}
