package dev.shareimage.app.verify;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An image, and whether it can be launched.
 *
 * @param name the name, or null if the image was not seen
 * @param owner the owner, or null if the cloud does not say
 * @param encrypted whether it is encrypted, or null if that is not known
 * @param launch how to launch it, or null if something prevents it
 */
public record VerifiedImage(
        RegionId region,
        ImageId id,
        @Nullable String name,
        @Nullable AccountId owner,
        @Nullable Boolean encrypted,
        Outcome outcome,
        @Nullable LaunchCommand launch) {

    /** The result of the checks. */
    public enum Outcome {
        /** Nothing prevents a launch, and the cloud says that it would launch it. */
        READY,
        /** No problem was found, but nothing proves that a launch succeeds. */
        UNPROVEN,
        /** Something prevents a launch. */
        BLOCKED;

        /** The word in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
