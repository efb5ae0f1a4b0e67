package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.world.AssociationRule;
import dev.shareimage.sandbox.world.Settings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Changes of the world's settings by a plan. Empty settings are not changed. */
record SettingsChange(
        OptionalLong ramReadLagMillis,
        OptionalLong ramEffectLagMillis,
        OptionalLong associationDelayMillis,
        Optional<String> associationFailure,
        OptionalInt trustDocumentLimit,
        Optional<List<AssociationRule>> associations) {

    static final SettingsChange NONE = new SettingsChange(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());

    /** The settings with the change made. */
    public Settings applied(Settings settings) {
        return settings.withRamLag(
                        ramReadLagMillis.orElse(settings.ramReadLagMillis()),
                        ramEffectLagMillis.orElse(settings.ramEffectLagMillis()))
                .withAssociations(
                        associationDelayMillis.orElse(settings.associationDelayMillis()),
                        associationFailure.orElse(settings.associationFailure()))
                .withTrustDocumentLimit(trustDocumentLimit.orElse(settings.trustDocumentLimit()))
                .withAssociationRules(associations.orElse(settings.associations()));
    }
}
