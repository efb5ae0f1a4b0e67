package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a disk.
 *
 * @param keyId the key it is encrypted with, or null when it is not encrypted
 * @param diskType {@code system} or {@code data}
 * @param status {@code progressing}, {@code accomplished} or {@code failed}
 */
public record Snapshot(
        String region,
        String id,
        String ownerId,
        String name,
        @Nullable String keyId,
        String diskType,
        int sizeGib,
        String status,
        Instant created,
        List<Tag> tags)
        implements Entity {

    @Override
    public String key() {
        return region + "/" + id;
    }

    public Snapshot withTags(List<Tag> newTags) {
        return new Snapshot(region, id, ownerId, name, keyId, diskType, sizeGib, status, created, List.copyOf(newTags));
    }

    public boolean isEncrypted() {
        return keyId != null;
    }
}
