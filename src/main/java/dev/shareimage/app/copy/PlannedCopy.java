package dev.shareimage.app.copy;

import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * A copy that is to come about.
 *
 * @param source the image that it is made from, as it was read
 * @param key which it is made with; null for a copy that has been begun
 */
public record PlannedCopy(
        CopyState state, Image source, @Nullable KeyId key) {

    /**
     * A copy that is there as soon as it is finished, or one that has to be made.
     *
     * @throws IllegalArgumentException where one has to be made and nobody knows with which key
     */
    public static PlannedCopy of(CopyState state, Image source) {
        KeyId key = state.begun().isPresent()
                ? null
                : state.key().keyId().orElseThrow(() -> new IllegalArgumentException("no key"));
        return new PlannedCopy(state, source, key);
    }

    /** What the copy is or will be called. */
    public String name() {
        return state.existing()
                .map(Image::name)
                .orElseGet(() -> state.wish().mark().name(source.name()));
    }

    public ImageRef sourceRef() {
        return state.wish().source();
    }
}
