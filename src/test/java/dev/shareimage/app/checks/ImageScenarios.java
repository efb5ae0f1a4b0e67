package dev.shareimage.app.checks;

import static dev.shareimage.app.checks.Scenario.usual;
import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.PLAIN;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;

import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.ImageBuilder;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.Image.Disk;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Images that cannot be shared as requested. */
final class ImageScenarios {

    private static final Disk DISK = new Disk("s-encrypted1", true);
    private static final String ONE_OF_TWO = """
            - pass image-found
            - pass image-owner
            - pass image-state
            - pass image-private
            - pass image-encrypted
            - pass single-snapshot
            - pass key-known
            - pass key-customer-managed
            - pass key-enabled
            - pass key-tagged
            - pass quota
            - pass double-share
            - pass trust-safe
            - pass role
            - pass policy
            - pass trust
            """;

    private static final String PLAIN_IMAGE = """
            pass image-found: image m-plain1 is in cn-hongkong
            pass image-owner: image m-plain1 is yours
            pass image-state: image m-plain1 is available
            pass image-private: image m-plain1 is private
            pass image-encrypted: image m-plain1 is not encrypted: no key, role or trust is needed
            pass quota: image m-plain1: 0 accounts have it, 1 is added, 50 are allowed
            pass double-share: image m-plain1 is shared in one way only""";

    private ImageScenarios() {}

    private static ShareRequest unlisted(ImageId image) {
        return new ShareRequest(
                HONGKONG,
                List.of(image),
                toAccounts(account(1)),
                List.of(Finding.fail(CheckId.REGION_LISTED, "it is not listed", "ask")),
                false,
                true);
    }

    static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "a plain image in a region that is not listed",
                        fixture -> {},
                        unlisted(PLAIN),
                        ONE_OF_TWO + "warn region-listed: it is not listed | ask\n" + PLAIN_IMAGE),
                new Scenario(
                        "an encrypted image in a region that is not listed",
                        fixture -> {},
                        unlisted(ENCRYPTED),
                        "fail region-listed: it is not listed | ask"),
                new Scenario(
                        "an image that is not there",
                        fixture -> {},
                        share(new ImageId("m-absent"), toAccounts(account(1))),
                        ONE_OF_TWO
                                + "fail image-found: image m-absent is not in cn-hongkong, or you may not see it | check the"
                                + " id and --region: image ids are valid in one region only; share-image list-shares"
                                + " --all-images --region cn-hongkong; share-image verify --region cn-hongkong shows those"
                                + " that others share with you"),
                new Scenario(
                        "an image of another region",
                        fixture -> fixture.cloud
                                .images()
                                .put(
                                        FakeCloud.SINGAPORE,
                                        ImageBuilder.image("m-there").build()),
                        share(new ImageId("m-there"), toAccounts(account(1))),
                        ONE_OF_TWO
                                + "fail image-found: image m-there is not in cn-hongkong, but in ap-southeast-1 | name it"
                                + " with its region: --image-id ap-southeast-1:m-there"),
                usual("an image of somebody else", owned("others", new AccountId("1000000000000002")), """
                        - pass image-owner
                        - pass image-state
                        - pass image-private
                        - pass image-encrypted
                        - pass single-snapshot
                        - pass key-known
                        - pass key-customer-managed
                        - pass key-enabled
                        - pass key-tagged
                        - pass quota
                        - pass trust-safe
                        - pass role
                        - pass policy
                        - pass trust
                        fail image-owner: image m-encrypted1 belongs to another account; a received image cannot be shared with others \
                        | see whether you can launch it: share-image verify --image-id m-encrypted1 --region cn-hongkong; \
                        to share its content, copy it with a key of your own and share the copy: aliyun ecs CopyImage \
                        --RegionId cn-hongkong --ImageId m-encrypted1 --DestinationRegionId cn-hongkong --Encrypted true \
                        --KMSKeyId KEY
                        not-checked quota: m-encrypted1: could not check (InvalidImageId.NotFound: \
                        DescribeImageSharePermission answered InvalidImageId.NotFound)"""),
                usual("an image whose owner is not named", owned("self", null), ""),
                usual("a deprecated image", state("Deprecated"), """
                        - pass image-state
                        fail image-state: image m-encrypted1 is deprecated and cannot be shared | aliyun ecs \
                        ModifyImageAttribute --RegionId cn-hongkong --ImageId m-encrypted1 --Status Available"""),
                usual("an image that is still being made", state("Creating"), """
                        - pass image-state
                        fail image-state: image m-encrypted1 is still being created: Creating | add --wait: share-image share \
                        --image-id m-encrypted1 --wait --accounts 2000000000000001"""),
                usual("an image that waits to be made", state("Waiting"), """
                        - pass image-state
                        fail image-state: image m-encrypted1 is still being created: Waiting | add --wait: share-image share \
                        --image-id m-encrypted1 --wait --accounts 2000000000000001"""),
                usual("an image that could not be made", state("CreateFailed"), """
                        - pass image-state
                        fail image-state: image m-encrypted1 is CreateFailed, not Available | create the image again \
                        and share the new one; to see the state of this one: aliyun ecs DescribeImages --RegionId cn-hongkong --ImageId \
                        m-encrypted1 --Status UnAvailable,CreateFailed"""),
                usual(
                        "a community image of the marketplace",
                        image(made -> made.community().productCode("cmjj1")),
                        """
                        - pass image-private
                        fail image-private: image m-encrypted1 is a community image, which everybody can use already | \
                        unpublish it first: aliyun ecs ModifyImageSharePermission --RegionId cn-hongkong --ImageId \
                        m-encrypted1 --IsPublic false
                        warn marketplace: image m-encrypted1 contains marketplace product cmjj1: the recipient pays for \
                        it, and it cannot be shared across sites (China, International, Japan)"""),
                new Scenario(
                        "a plain image", fixture -> {}, share(PLAIN, toAccounts(account(1))), ONE_OF_TWO + PLAIN_IMAGE),
                usual("an encrypted image of two snapshots", disks(DISK, new Disk("s-data", true)), """
                        - pass single-snapshot
                        fail single-snapshot: encrypted image m-encrypted1 has 2 snapshots; only one with a single \
                        snapshot can be shared | create an image of only the system disk and share that image"""),
                usual(
                        "an old image whose snapshots say that it is encrypted",
                        disks(new Disk("s-encrypted1", null)),
                        ""),
                usual("an old image whose snapshots cannot be seen", disks(new Disk("s-gone", null)), """
                        - pass image-encrypted
                        - pass single-snapshot
                        - pass key-known
                        - pass key-customer-managed
                        - pass key-enabled
                        - pass key-tagged
                        not-checked image-encrypted: the cloud does not say whether image m-encrypted1 is encrypted: not \
                        every snapshot of it can be seen
                        not-checked key-known: image m-encrypted1: it is not known whether a key encrypts it
                        not-checked key-customer-managed: image m-encrypted1: it is not known whether a key encrypts it
                        not-checked key-enabled: image m-encrypted1: it is not known whether a key encrypts it
                        not-checked key-tagged: image m-encrypted1: it is not known whether a key encrypts it"""),
                usual(
                        "an old image whose snapshots may not be read",
                        fixture -> {
                            disks(new Disk("s-encrypted1", null)).accept(fixture);
                            fixture.cloud.script().refuse(Refusals.forbidden("ecs", "DescribeSnapshots"));
                        },
                        """
                        - pass image-encrypted
                        - pass single-snapshot
                        - pass key-known
                        - pass key-customer-managed
                        - pass key-enabled
                        - pass key-tagged
                        not-checked image-encrypted: m-encrypted1: could not check, permission ecs:DescribeSnapshots is \
                        missing | ask your administrator to allow ecs:DescribeSnapshots
                        not-checked key-known: m-encrypted1: could not check, permission ecs:DescribeSnapshots is \
                        missing | ask your administrator to allow ecs:DescribeSnapshots
                        not-checked key-customer-managed: m-encrypted1: could not check, permission ecs:DescribeSnapshots is \
                        missing | ask your administrator to allow ecs:DescribeSnapshots
                        not-checked key-enabled: m-encrypted1: could not check, permission ecs:DescribeSnapshots is \
                        missing | ask your administrator to allow ecs:DescribeSnapshots
                        not-checked key-tagged: m-encrypted1: could not check, permission ecs:DescribeSnapshots is \
                        missing | ask your administrator to allow ecs:DescribeSnapshots"""));
    }

    private static Consumer<ServiceFixture> owned(String alias, @Nullable AccountId owner) {
        return image(made -> made.owner(alias, owner));
    }

    private static Consumer<ServiceFixture> state(String status) {
        return image(made -> made.status(status));
    }

    private static Consumer<ServiceFixture> disks(Disk... disks) {
        return image(made -> made.disks(List.of(disks)));
    }

    private static Consumer<ServiceFixture> image(UnaryOperator<ImageBuilder> change) {
        return fixture -> {
            ImageBuilder made = ImageBuilder.image(ENCRYPTED).name("name").disks(List.of(DISK));
            fixture.cloud.images().put(HONGKONG, change.apply(made).build());
        };
    }
}
