package dev.shareimage.cloud;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A RAM role.
 *
 * @param trustDocument its trust policy exactly as stored, white space and all
 * @param updatedAt when it was last changed, or null where the answer does not say
 */
public record Role(
        String name,
        String arn,
        String trustDocument,
        @Nullable Instant updatedAt) {}
