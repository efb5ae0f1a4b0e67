package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * A resource directory: the tree of an organization's accounts.
 *
 * @param id begins with {@code rd-}
 * @param rootFolderId begins with {@code r-}
 * @param sharingEnabled whether resources may be shared with it
 * @param membersMayRead whether members may list its folders and accounts too
 */
public record Directory(
        String id,
        String managementAccountId,
        String rootFolderId,
        boolean sharingEnabled,
        boolean membersMayRead,
        Instant created)
        implements Entity {

    @Override
    public String key() {
        return id;
    }

    public Directory withSharingEnabled(boolean enabled) {
        return new Directory(id, managementAccountId, rootFolderId, enabled, membersMayRead, created);
    }
}
