package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * How this world differs from the next: what the real cloud does not document, or what a test wants to provoke.
 *
 * @param trustDocumentLimit longest trust policy in characters, white space included
 * @param ramReadLagMillis how long RAM's reads show what was before a write
 * @param ramEffectLagMillis how long ECS decides by what was before a write to RAM
 * @param associationDelayMillis how long an association takes
 * @param associationFailure the reason with which new associations fail, or null when they succeed
 */
public record Settings(
        int trustDocumentLimit,
        long ramReadLagMillis,
        long ramEffectLagMillis,
        long associationDelayMillis,
        @Nullable String associationFailure)
        implements Entity {

    static final String KEY = "settings";

    @Override
    public String key() {
        return KEY;
    }

    public Settings withAssociations(long delayMillis, @Nullable String failure) {
        return new Settings(trustDocumentLimit, ramReadLagMillis, ramEffectLagMillis, delayMillis, failure);
    }

    public Settings withRamLag(long readMillis, long effectMillis) {
        return new Settings(trustDocumentLimit, readMillis, effectMillis, associationDelayMillis, associationFailure);
    }

    public Settings withTrustDocumentLimit(int characters) {
        return new Settings(
                characters, ramReadLagMillis, ramEffectLagMillis, associationDelayMillis, associationFailure);
    }
}
