package dev.shareimage.cloud;

import dev.shareimage.domain.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot behind an image.
 *
 * @param key the KMS key that encrypts it, or null when it is plain or the answer does not say
 */
public record Snapshot(
        String id, boolean encrypted, @Nullable KeyId key) {}
