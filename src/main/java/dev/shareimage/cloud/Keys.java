package dev.shareimage.cloud;

import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** KMS keys of a region. */
public interface Keys {

    /** The tag by which the owner of a key lets ECS use it for disks; its value is {@code true}. */
    String DISK_TAG = "acs:ecs:disk-encryption";

    /** The key of that id or alias, or empty when the region has none. */
    Optional<Key> find(RegionId region, KeyId key) throws CloudException;

    /** The keys of the region that services made for the caller's account, read to the last page. */
    Set<KeyId> serviceKeys(RegionId region) throws CloudException;

    /** The keys of the region that people made, that are enabled and that bear {@link #DISK_TAG}, to the last page. */
    Set<KeyId> diskKeys(RegionId region) throws CloudException;

    /** Its tags. */
    Map<String, String> tags(RegionId region, KeyId key) throws CloudException;
}
