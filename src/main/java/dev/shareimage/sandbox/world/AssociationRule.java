package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * How some associations of resource shares go differently from the rest.
 *
 * @param of {@code Resource} or {@code Target}, or null for both
 * @param entity pattern of the entity's id, or null for every entity
 * @param operation {@code Associate} or {@code Disassociate}; null is {@code Associate}
 * @param delayMillis how long it takes; 0 when it takes as long as the others
 * @param failure the reason with which it fails, {@code hang} when it never ends, or null when the rule does not say
 */
public record AssociationRule(
        @Nullable String of,
        @Nullable String entity,
        @Nullable String operation,
        long delayMillis,
        @Nullable String failure) {}
