package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * An invitation to join a resource directory.
 *
 * @param id begins with {@code h-}
 * @param accountId who is invited
 * @param folderId where it will stand
 */
public record Handshake(String id, String directoryId, String accountId, String folderId, Instant created)
        implements Entity {

    @Override
    public String key() {
        return id;
    }
}
