package dev.shareimage.sandbox.quotas;

import dev.shareimage.sandbox.world.Quota;
import dev.shareimage.sandbox.world.World;
import java.util.Optional;

/** What the vendor grants an account: its own limit, else everybody's; that of a region before that of all. */
public final class QuotaLimits {

    private static final String SHARED_IMAGE_USERS = "q_user-per-image-shared-user-count";

    private static final int DEFAULT_SHARED_IMAGE_USERS = 50;

    private static final String CUSTOM_IMAGES = "q_custom-images";

    private static final int DEFAULT_CUSTOM_IMAGES = 100;

    private QuotaLimits() {}

    /** How many accounts an image may be shared with. */
    public static int sharedImageUsers(World world, String regionId, String accountId) {
        return find(world, "ecs", SHARED_IMAGE_USERS, regionId, accountId)
                .map(Quota::total)
                .orElse(DEFAULT_SHARED_IMAGE_USERS);
    }

    /** How many images of its own an account may have in a region. */
    public static int customImages(World world, String regionId, String accountId) {
        return find(world, "ecs", CUSTOM_IMAGES, regionId, accountId)
                .map(Quota::total)
                .orElse(DEFAULT_CUSTOM_IMAGES);
    }

    static Optional<Quota> find(World world, String product, String code, String regionId, String accountId) {
        return world.quotas()
                .find(product, code, regionId, accountId)
                .or(() -> world.quotas().find(product, code, "*", accountId))
                .or(() -> world.quotas().find(product, code, regionId, "*"))
                .or(() -> world.quotas().find(product, code, "*", "*"));
    }
}
