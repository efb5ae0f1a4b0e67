package dev.shareimage.app.copy;

import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * A copy to make.
 *
 * @param source the source image as it was read
 * @param key the key; null for a copy that was already started
 */
public record PlannedCopy(
        CopyState state, Image source, @Nullable KeyId key) {

    /**
     * A copy that is in progress or must be made.
     *
     * @throws IllegalArgumentException if it must be made and the key is not known
     */
    public static PlannedCopy of(CopyState state, Image source) {
        KeyId key = state.begun().isPresent()
                ? null
                : state.key().keyId().orElseThrow(() -> new IllegalArgumentException("no key"));
        return new PlannedCopy(state, source, key);
    }

    /** The name of the copy. */
    public String name() {
        return state.existing()
                .map(Image::name)
                .orElseGet(() -> state.wish().mark().name(source.name()));
    }

    public ImageRef sourceRef() {
        return state.wish().source();
    }
}
