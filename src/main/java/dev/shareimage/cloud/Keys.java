package dev.shareimage.cloud;

import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The KMS keys of a region. */
public interface Keys {

    /** The tag with which a key's owner lets ECS use it for disks. Its value is {@code true}. */
    String DISK_TAG = "acs:ecs:disk-encryption";

    /** The key with that id or alias; empty if the region has none. */
    Optional<Key> find(RegionId region, KeyId key) throws CloudException;

    /** The keys that services created for the caller's account in the region, on all pages. */
    Set<KeyId> serviceKeys(RegionId region) throws CloudException;

    /** The customer-managed keys of the region that are enabled and have {@link #DISK_TAG}, on all pages. */
    Set<KeyId> diskKeys(RegionId region) throws CloudException;

    /** The keys of the region that people created, in any state, on all pages. */
    Set<KeyId> customerKeys(RegionId region) throws CloudException;

    /** Whether the caller's account has activated the key service. */
    boolean opened(RegionId region) throws CloudException;

    /** The tags of a key. */
    Map<String, String> tags(RegionId region, KeyId key) throws CloudException;
}
