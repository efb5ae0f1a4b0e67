package dev.shareimage.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How this world differs from the next: what the real cloud does not document, or what a test wants to provoke.
 *
 * @param trustDocumentLimit longest trust policy in characters, white space included
 * @param ramReadLagMillis how long RAM's reads show what was before a write
 * @param ramEffectLagMillis how long ECS decides by what was before a write to RAM
 * @param associationDelayMillis how long an association takes
 * @param associationFailure the reason with which new associations fail, or null when they succeed
 * @param associations exceptions for some associations; the first that fits and says something counts
 */
public record Settings(
        int trustDocumentLimit,
        long ramReadLagMillis,
        long ramEffectLagMillis,
        long associationDelayMillis,
        @Nullable String associationFailure,
        List<AssociationRule> associations)
        implements Entity {

    static final String KEY = "settings";

    @Override
    public String key() {
        return KEY;
    }

    public Settings withAssociations(long delayMillis, @Nullable String failure) {
        return new Settings(
                trustDocumentLimit, ramReadLagMillis, ramEffectLagMillis, delayMillis, failure, associations);
    }

    public Settings withAssociationRules(List<AssociationRule> rules) {
        return new Settings(
                trustDocumentLimit,
                ramReadLagMillis,
                ramEffectLagMillis,
                associationDelayMillis,
                associationFailure,
                List.copyOf(rules));
    }

    public Settings withRamLag(long readMillis, long effectMillis) {
        return new Settings(
                trustDocumentLimit, readMillis, effectMillis, associationDelayMillis, associationFailure, associations);
    }

    public Settings withTrustDocumentLimit(int characters) {
        return new Settings(
                characters,
                ramReadLagMillis,
                ramEffectLagMillis,
                associationDelayMillis,
                associationFailure,
                associations);
    }
}
