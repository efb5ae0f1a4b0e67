package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * A former trust policy of a role.
 *
 * @param replaced the time when it was replaced
 */
record TrustRevision(String document, Instant replaced) {}
