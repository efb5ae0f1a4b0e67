package dev.shareimage.cloud;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;

/** Asks the cloud what it would do with an image, without doing it: calls with {@code DryRun}. */
public interface Trials {

    /**
     * Asks whether the caller could copy the image within its region.
     *
     * @param key encrypts the copy; empty for an unencrypted copy
     * @return empty if the cloud says that it would; otherwise the id that a cloud without dry runs has created
     * @throws CloudException why it would not
     */
    Optional<String> copy(RegionId region, ImageId image, Optional<KeyId> key) throws CloudException;

    /**
     * Asks whether the caller could launch an instance.
     *
     * @param parameters of {@code RunInstances}, by their names there
     * @return as with {@link #copy}
     * @throws CloudException why it would not
     */
    Optional<String> launch(RegionId region, Map<String, String> parameters) throws CloudException;
}
