package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.world.ImageSettings;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes of the world's image settings by a plan. Empty settings are not changed. */
record ImageSettingsChange(
        OptionalLong copyMillis,
        Optional<Boolean> copiesFail,
        Optional<Boolean> hidesOwnerId,
        Optional<Boolean> hidesEncryption,
        Optional<Boolean> numericAccountIds) {

    static final ImageSettingsChange NONE = new ImageSettingsChange(
            OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static ImageSettingsChange read(Members members) {
        ImageSettingsChange change = new ImageSettingsChange(
                members.number("copyMillis"),
                members.flag("copiesFail"),
                members.flag("hidesOwnerId"),
                members.flag("hidesEncryption"),
                members.flag("numericAccountIds"));
        members.requireAllRead();
        return change;
    }

    /** The settings with the change made. */
    public ImageSettings applied(ImageSettings settings) {
        return new ImageSettings(
                copyMillis.orElse(settings.copyMillis()),
                copiesFail.orElse(settings.copiesFail()),
                hidesOwnerId.orElse(settings.hidesOwnerId()),
                hidesEncryption.orElse(settings.hidesEncryption()),
                numericAccountIds.orElse(settings.numericAccountIds()));
    }
}
