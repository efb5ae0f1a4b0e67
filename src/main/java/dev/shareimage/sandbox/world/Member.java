package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * An account in a folder of a resource directory.
 *
 * @param joinMethod {@code invited} or {@code created}
 */
public record Member(
        String accountId,
        String directoryId,
        String folderId,
        String displayName,
        String joinMethod,
        Instant joined,
        Instant modified)
        implements Entity {

    @Override
    public String key() {
        return accountId;
    }

    public Member movedTo(String otherFolderId, Instant now) {
        return new Member(accountId, directoryId, otherFolderId, displayName, joinMethod, joined, now);
    }
}
