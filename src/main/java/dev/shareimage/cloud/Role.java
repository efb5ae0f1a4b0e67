package dev.shareimage.cloud;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A RAM role.
 *
 * @param trustDocument its trust policy exactly as stored
 * @param updatedAt the time of its last change, or null if the answer has none
 */
public record Role(
        String name,
        String arn,
        String trustDocument,
        @Nullable Instant updatedAt) {}
