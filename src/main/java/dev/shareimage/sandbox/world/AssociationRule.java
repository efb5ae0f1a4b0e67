package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * A rule for the behavior of some associations of resource shares.
 *
 * @param of {@code Resource} or {@code Target}, or null for both
 * @param entity a pattern of the entity's id, or null for every entity
 * @param operation {@code Associate} or {@code Disassociate}; null is {@code Associate}
 * @param delayMillis its duration, or 0 for the usual one
 * @param failure the reason of its failure, {@code hang} if it never ends, or null
 */
public record AssociationRule(
        @Nullable String of,
        @Nullable String entity,
        @Nullable String operation,
        long delayMillis,
        @Nullable String failure) {}
