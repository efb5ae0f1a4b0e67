package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance that was launched from an image.
 *
 * @param status {@code Running} or {@code Stopped}
 * @param keyId the key that encrypts its system disk, or null if it is not encrypted
 * @param sizeGib the size of its system disk
 * @param clientToken the token of the call that launched it, or null
 * @param request the parameters of that call, or null if it had no token
 */
public record Instance(
        String region,
        String id,
        String ownerId,
        String imageId,
        @Nullable String zone,
        String type,
        String name,
        String status,
        @Nullable String keyId,
        int sizeGib,
        Instant created,
        @Nullable String clientToken,
        @Nullable String request)
        implements Entity {

    @Override
    public String key() {
        return region + "/" + id;
    }

    /** The same instance, launched by a call with this token. */
    public Instance madeBy(String token, String parameters) {
        return new Instance(
                region, id, ownerId, imageId, zone, type, name, status, keyId, sizeGib, created, token, parameters);
    }

    public boolean isRunning() {
        return status.equals("Running");
    }

    public Instance withStatus(String newStatus) {
        return new Instance(
                region,
                id,
                ownerId,
                imageId,
                zone,
                type,
                name,
                newStatus,
                keyId,
                sizeGib,
                created,
                clientToken,
                request);
    }
}
