package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * A former trust policy of a role.
 *
 * @param replaced the time when it was replaced
 */
public record TrustRevision(String document, Instant replaced) {}
