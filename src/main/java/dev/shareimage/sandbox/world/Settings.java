package dev.shareimage.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The behavior of this world where the real cloud is not documented, or as a test chooses it.
 *
 * @param trustDocumentLimit the maximum length of a trust policy in characters, white space included
 * @param ramReadLagMillis how long reads of RAM show the state before a write
 * @param ramEffectLagMillis how long ECS decides by the state before a write of RAM
 * @param associationDelayMillis the duration of an association
 * @param associationFailure the reason with which new associations fail, or null if they succeed
 * @param associations rules for some associations; the first matching rule with a value counts
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
