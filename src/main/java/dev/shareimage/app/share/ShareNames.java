package dev.shareimage.app.share;

import dev.shareimage.domain.ImageId;

/**
 * The names of the resource shares that are ours: {@code share-image-} and the image's id.
 *
 * <p>Resource Sharing allows 1 to 50 of {@code A-Z a-z 0-9 . _ -}; a longer id is cut and told apart by a hash.
 */
public final class ShareNames {

    private static final String PREFIX = "share-image-";
    private static final int LONGEST = 50;

    private ShareNames() {}

    /** The name of the share that carries this image. */
    public static String of(ImageId image) {
        String name = PREFIX + image.value();
        if (name.length() <= LONGEST) {
            return name;
        }
        String hash = "-" + Integer.toHexString(image.value().hashCode());
        return name.substring(0, LONGEST - hash.length()) + hash;
    }
}
