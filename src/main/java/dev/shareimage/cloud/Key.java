package dev.shareimage.cloud;

import dev.shareimage.domain.KeyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A KMS key.
 *
 * @param state {@code Enabled}, {@code Disabled}, {@code PendingDeletion}, {@code PendingImport}, or a state that the
 *     cloud adds
 * @param creator an account id, or the name of a service for a service key
 * @param deleteDate the time of its deletion, or null
 * @param materialExpiry the time when its imported material expires, or null
 * @param deletionProtected null if the answer does not say
 * @param spec such as {@code Aliyun_AES_256}, or null if the answer does not say
 * @param arn its name in all of the cloud, or null if the answer does not say
 */
public record Key(
        KeyId id,
        String state,
        @Nullable String creator,
        @Nullable Instant deleteDate,
        @Nullable Instant materialExpiry,
        @Nullable Boolean deletionProtected,
        @Nullable String spec,
        @Nullable String arn) {

    /** A key whose spec and ARN do not matter. */
    public Key(
            KeyId id,
            String state,
            @Nullable String creator,
            @Nullable Instant deleteDate,
            @Nullable Instant materialExpiry,
            @Nullable Boolean deletionProtected) {
        this(id, state, creator, deleteDate, materialExpiry, deletionProtected, null, null);
    }
}
