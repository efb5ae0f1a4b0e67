package dev.shareimage.app.fake;

import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudContract;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;

/** The fakes keep the contract of the ports, so results with them also hold for the real adapters. */
class FakeCloudTest implements CloudContract {

    private final FakeCloud cloud = world(false);
    private final FakeCloud managementCloud = world(true);

    @Override
    public Cloud cloud() {
        return cloud;
    }

    @Override
    public Cloud managementCloud() {
        return managementCloud;
    }

    private static FakeCloud world(boolean management) {
        FakeCloud cloud = new FakeCloud(new FakeTime());
        cloud.images().put(HONGKONG, ENCRYPTED.value(), KEY.value());
        cloud.images().put(HONGKONG, PLAIN.value(), null);
        cloud.images().put(HONGKONG, DEPRECATED.value(), null);
        cloud.images().put(HONGKONG, SHARED.value(), null);
        cloud.images().put(HONGKONG, PARTNERS.value(), null);
        cloud.images().change(HONGKONG, DEPRECATED, image -> as(image, "self", "Deprecated"));
        cloud.images().change(HONGKONG, PARTNERS, image -> as(image, "others", "Available"));
        cloud.imageShares().put(HONGKONG, SHARED, RECIPIENTS);
        cloud.imageShares().forgetAccount(NOBODY);
        addKey(cloud, HONGKONG);
        cloud.keys().put(SINGAPORE, SINGAPORE_KEY.value());
        cloud.directory().belongsTo(DIRECTORY, MANAGEMENT);
        cloud.directory().folder(FOLDER);
        RECIPIENTS.forEach(account -> cloud.directory().member(account, FOLDER.value()));
        if (!management) {
            cloud.script().refuse(Refusals.notFound("ListAccounts", "EntityNotExists.ResourceDirectory"));
        }
        return cloud;
    }

    private static void addKey(FakeCloud cloud, RegionId region) {
        cloud.keys().put(region, KEY.value());
        cloud.keys()
                .put(
                        region,
                        "alias/images",
                        new dev.shareimage.cloud.Key(
                                new KeyId(KEY.value()), "Enabled", OWNER.value(), null, null, null));
    }

    private static Image as(Image image, String ownerAlias, String status) {
        return ImageBuilder.like(image)
                .owner(ownerAlias, ownerAlias.equals("self") ? OWNER : null)
                .status(status)
                .build();
    }
}
