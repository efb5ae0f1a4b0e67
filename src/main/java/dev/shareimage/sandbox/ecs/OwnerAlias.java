package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.world.Image;

/** The owner of an image as an account sees it. */
final class OwnerAlias {

    private OwnerAlias() {}

    /** {@code self}, {@code others}, {@code system} or {@code marketplace}. */
    static String of(Image image, String accountId) {
        if (image.vendor() != null) {
            return image.vendor();
        }
        return image.isOwnedBy(accountId) ? "self" : "others";
    }
}
