package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * An invitation to join a resource directory.
 *
 * @param id begins with {@code h-}
 * @param accountId the invited account
 * @param folderId the folder that it will join
 */
public record Handshake(String id, String directoryId, String accountId, String folderId, Instant created)
        implements Entity {

    @Override
    public String key() {
        return id;
    }
}
