package dev.shareimage.app.verify;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An image, and whether it can be launched.
 *
 * @param name null when it was not seen
 * @param owner null when the cloud does not say
 * @param encrypted null when it cannot be told
 * @param launch how to launch it; null while something stands in the way
 */
public record VerifiedImage(
        RegionId region,
        ImageId id,
        @Nullable String name,
        @Nullable AccountId owner,
        @Nullable Boolean encrypted,
        Outcome outcome,
        @Nullable LaunchCommand launch) {

    /** What the checks come to. */
    public enum Outcome {
        /** Nothing stands in the way, and the cloud says that it would do it. */
        READY,
        /** Nothing was found that stands in the way, and nothing proves that nothing does. */
        UNPROVEN,
        /** Something stands in the way. */
        BLOCKED;

        /** As it stands in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
