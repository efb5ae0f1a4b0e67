package dev.shareimage.app.share;

import dev.shareimage.domain.ImageId;

/**
 * The names of our resource shares: {@code share-image-} and the image's id.
 *
 * <p>Resource Sharing allows 1 to 50 of {@code A-Z a-z 0-9 . _ -}. A longer id is cut off and made unique by a hash.
 */
public final class ShareNames {

    private static final String PREFIX = "share-image-";
    private static final int MAX_LENGTH = 50;

    private ShareNames() {}

    /** The name of the share for this image. */
    public static String of(ImageId image) {
        String name = PREFIX + image.value();
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        String hash = "-" + Integer.toHexString(image.value().hashCode());
        return name.substring(0, MAX_LENGTH - hash.length()) + hash;
    }
}
