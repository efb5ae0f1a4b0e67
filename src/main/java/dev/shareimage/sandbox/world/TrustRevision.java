package dev.shareimage.sandbox.world;

import java.time.Instant;

/**
 * What a role's trust policy was once.
 *
 * @param replaced when it ceased to be
 */
public record TrustRevision(String document, Instant replaced) {}
