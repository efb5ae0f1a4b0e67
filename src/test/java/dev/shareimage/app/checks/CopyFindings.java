package dev.shareimage.app.checks;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;

import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.copy.CopyReader;
import dev.shareimage.app.copy.CopyState;
import dev.shareimage.app.copy.CopyWish;
import dev.shareimage.app.fake.ImageBuilder;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.app.state.CopyMark;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Key;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A case in which a copy to Singapore is possible or not, with the findings of the checks.
 *
 * @param target the value of {@code --copy-to}
 * @param findings all findings, one on each line
 */
record CopyFindings(String name, Consumer<ServiceFixture> change, String target, String findings) {

    private static final ImageRef SOURCE = new ImageRef(HONGKONG, ENCRYPTED);
    private static final String NAME = new CopyMark(SOURCE).name("name of m-encrypted1");
    private static final String KEY_IS_FIT = """
            pass key-known: key key-sg is in ap-southeast-1
            pass key-customer-managed: key key-sg is customer-managed
            pass key-enabled: key key-sg is enabled
            pass key-tagged: key key-sg is tagged for ECS
            """;
    private static final String PLANNED =
            "pass copy: image m-encrypted1 will be copied to ap-southeast-1 with key key-sg\n";
    private static final String ROOM = "pass quota: ap-southeast-1: 0 images are there, 1 is added, 100 are allowed";
    private static final String NO_KEY = """
            fail key-known: no key in ap-southeast-1 can encrypt a copy: none of yours is enabled and has the tag \
            acs:ecs:disk-encryption=true | make one, tag it, and run the same command again: aliyun kms CreateKey --region \
            ap-southeast-1 && aliyun kms TagResource --region ap-southeast-1 --KeyId KEY --Tags \
            '[{"TagKey":"acs:ecs:disk-encryption","TagValue":"true"}]'
            """;
    private static final String PRESENT = "pass copy: image m-encrypted1 has a copy in ap-southeast-1: m-copy\n";

    List<String> said() throws CloudException {
        try (ServiceFixture fixture = new ServiceFixture()) {
            fixture.cloud.keys().put(SINGAPORE, "key-sg");
            change.accept(fixture);
            List<CopyState> copies =
                    new CopyReader(fixture.run, List.of(new CopyWish(SOURCE, CopyTarget.parse(target)))).read();
            Map<ImageRef, ImageState> images = new LinkedHashMap<>();
            images.put(SOURCE, state(fixture, SOURCE));
            for (CopyState copy : copies) {
                if (copy.available().isPresent()) {
                    images.put(
                            copy.available().get(),
                            state(fixture, copy.available().get()));
                }
            }
            return new Checks(fixture.run.messages())
                    .forCopies(copies, images, false).stream()
                            .map(ReportText::of)
                            .toList();
        }
    }

    private static ImageState state(ServiceFixture fixture, ImageRef image) throws CloudException {
        return new SharingStateReader(fixture.run.cloud(), fixture.run.parallel())
                .forShare(SelectedImages.of(List.of(image)), TargetQuery.NONE, true)
                .images()
                .get(0);
    }

    private static void putCopy(ServiceFixture fixture, String status, @Nullable String key, boolean marked) {
        fixture.cloud.images().put(SINGAPORE, "m-copy", key);
        fixture.cloud
                .images()
                .change(
                        SINGAPORE,
                        new ImageId("m-copy"),
                        was -> ImageBuilder.like(was)
                                .name(NAME)
                                .status(status)
                                .tags(
                                        marked
                                                ? Map.of()
                                                : new CopyMark(new ImageRef(HONGKONG, new ImageId("m-x"))).tags())
                                .build());
    }

    private static void fill(ServiceFixture fixture, int images, String status) {
        for (int i = 0; i < images; i++) {
            ImageId id = fixture.cloud.images().put(SINGAPORE, "m-more" + i, "key-sg");
            fixture.cloud
                    .images()
                    .change(SINGAPORE, id, was -> dev.shareimage.app.fake.FakeCopies.state(was, status, 0));
        }
    }

    static List<CopyFindings> all() {
        List<CopyFindings> all = new ArrayList<>(ofKeys());
        all.addAll(ofCopies());
        all.addAll(ofRoom());
        return all;
    }

    private static List<CopyFindings> ofKeys() {
        return List.of(
                new CopyFindings(
                        "the only key that ECS may use is found",
                        fixture -> {},
                        "ap-southeast-1",
                        KEY_IS_FIT + PLANNED + ROOM),
                new CopyFindings(
                        "a key is named",
                        fixture -> fixture.cloud.keys().put(SINGAPORE, "key-2"),
                        "ap-southeast-1=key-sg",
                        KEY_IS_FIT + PLANNED + ROOM),
                new CopyFindings(
                        "a key is named by an alias",
                        fixture -> fixture.cloud
                                .keys()
                                .put(
                                        SINGAPORE,
                                        "alias/images",
                                        new Key(new KeyId("key-sg"), "Enabled", "1000000000000001", null, null, true)),
                        "ap-southeast-1=alias/images",
                        KEY_IS_FIT + PLANNED + ROOM),
                new CopyFindings("the alias is not there", fixture -> {}, "ap-southeast-1=alias/none", """
                        fail key-known: key alias/none is not in ap-southeast-1 | name a key of that region, see aliyun kms \
                        ListKeys --region ap-southeast-1
                        pass copy: image m-encrypted1 will be copied to ap-southeast-1 with key alias/none
                        """ + ROOM),
                new CopyFindings(
                        "several keys are fit",
                        fixture -> fixture.cloud.keys().put(SINGAPORE, "key-2"),
                        "ap-southeast-1",
                        "fail key-known: several keys in ap-southeast-1 can encrypt a copy: key-2, key-sg"
                                + " | name one of them: --copy-to ap-southeast-1=KEY\n" + ROOM),
                new CopyFindings(
                        "no key bears the tag",
                        fixture -> fixture.cloud.keys().tag(SINGAPORE, "key-sg", Map.of()),
                        "ap-southeast-1",
                        NO_KEY + ROOM),
                new CopyFindings(
                        "the key that is named is not tagged and not enabled",
                        fixture -> {
                            fixture.cloud
                                    .keys()
                                    .put(
                                            SINGAPORE,
                                            "key-sg",
                                            new Key(
                                                    new KeyId("key-sg"),
                                                    "Disabled",
                                                    "1000000000000001",
                                                    null,
                                                    null,
                                                    true));
                            fixture.cloud.keys().tag(SINGAPORE, "key-sg", Map.of());
                        },
                        "ap-southeast-1=key-sg",
                        """
                        pass key-known: key key-sg is in ap-southeast-1
                        pass key-customer-managed: key key-sg is customer-managed
                        fail key-enabled: key key-sg is Disabled, not Enabled | aliyun kms EnableKey --region ap-southeast-1 \
                        --KeyId key-sg
                        fail key-tagged: key key-sg lacks the tag acs:ecs:disk-encryption=true, without which ECS may not use \
                        it | aliyun kms TagResource --region ap-southeast-1 --KeyId key-sg --Tags \
                        '[{"TagKey":"acs:ecs:disk-encryption","TagValue":"true"}]'
                        """ + PLANNED + ROOM),
                new CopyFindings(
                        "the key that is named is a service key",
                        fixture -> fixture.cloud
                                .keys()
                                .put(
                                        SINGAPORE,
                                        "key-sg",
                                        new Key(new KeyId("key-sg"), "Enabled", "Ecs", null, null, null)),
                        "ap-southeast-1=key-sg",
                        """
                        pass key-known: key key-sg is in ap-southeast-1
                        fail key-customer-managed: key key-sg is a service key; images encrypted with it cannot be shared \
                        since 2025-07-01 | name a key of your own: --copy-to ap-southeast-1=KEY
                        pass key-enabled: key key-sg is enabled
                        """ + PLANNED + ROOM));
    }

    private static List<CopyFindings> ofCopies() {
        return List.of(
                new CopyFindings(
                        "there is a copy",
                        fixture -> putCopy(fixture, "Available", "key-sg", true),
                        "ap-southeast-1",
                        PRESENT.strip()),
                new CopyFindings(
                        "there is a copy with another key",
                        fixture -> {
                            putCopy(fixture, "Available", "key-2", true);
                            fixture.cloud.keys().put(SINGAPORE, "key-2");
                        },
                        "ap-southeast-1=key-sg",
                        PRESENT
                                + "warn copy: the copy of image m-encrypted1 in ap-southeast-1 is encrypted with key key-2,"
                                + " not with key-sg: m-copy; copies are not replaced"),
                new CopyFindings(
                        "there is a copy that is not encrypted",
                        fixture -> putCopy(fixture, "Available", null, true),
                        "ap-southeast-1",
                        PRESENT
                                + "fail copy: the copy of image m-encrypted1 in ap-southeast-1 is not encrypted: m-copy;"
                                + " copies are not replaced | delete it, then run the same command again: aliyun ecs"
                                + " DeleteImage --RegionId ap-southeast-1 --ImageId m-copy"),
                new CopyFindings(
                        "a copy is being made",
                        fixture -> putCopy(fixture, "Creating", "key-sg", true),
                        "ap-southeast-1",
                        "pass copy: a copy of image m-encrypted1 is being created in ap-southeast-1: m-copy"),
                new CopyFindings(
                        "a copy failed",
                        fixture -> putCopy(fixture, "CreateFailed", "key-sg", true),
                        "ap-southeast-1",
                        "fail copy: the copy of image m-encrypted1 in ap-southeast-1 is CreateFailed: m-copy | delete it,"
                                + " then run the same command again: aliyun ecs DeleteImage --RegionId ap-southeast-1"
                                + " --ImageId m-copy"),
                new CopyFindings(
                        "the copy is deprecated",
                        fixture -> putCopy(fixture, "Deprecated", "key-sg", true),
                        "ap-southeast-1",
                        "fail copy: the copy of image m-encrypted1 in ap-southeast-1 is deprecated: m-copy | aliyun ecs"
                                + " ModifyImageAttribute --RegionId ap-southeast-1 --ImageId m-copy --Status Available"),
                new CopyFindings(
                        "another image has the name",
                        fixture -> putCopy(fixture, "Available", "key-sg", false),
                        "ap-southeast-1",
                        KEY_IS_FIT
                                + "fail copy: image m-encrypted1 cannot be copied to ap-southeast-1: the name " + NAME
                                + " belongs to image m-copy | rename that image: aliyun ecs ModifyImageAttribute --RegionId"
                                + " ap-southeast-1 --ImageId m-copy --ImageName NAME\n"
                                + PLANNED
                                + "pass quota: ap-southeast-1: 1 image is there, 1 is added, 100 are allowed"),
                new CopyFindings(
                        "the image is not encrypted",
                        fixture -> fixture.cloud.images().put(HONGKONG, ENCRYPTED.value(), null),
                        "ap-southeast-1",
                        KEY_IS_FIT
                                + "warn copy: image m-encrypted1 is not encrypted; the cloud may refuse an encrypted copy of"
                                + " it in ap-southeast-1\n" + PLANNED + ROOM));
    }

    private static List<CopyFindings> ofRoom() {
        return List.of(
                new CopyFindings(
                        "the quota is used up",
                        fixture -> {
                            fill(fixture, 2, "Available");
                            fixture.cloud.quotas().setImages(OptionalInt.of(2));
                        },
                        "ap-southeast-1",
                        KEY_IS_FIT + PLANNED
                                + "fail quota: ap-southeast-1: 2 images are there and 1 is to be added, but only 2 are allowed"
                                + " | ask for a higher quota in Quota Center (product ecs), or delete images that nobody"
                                + " needs"),
                new CopyFindings(
                        "no quota is listed",
                        fixture -> fixture.cloud.quotas().setImages(OptionalInt.empty()),
                        "ap-southeast-1",
                        KEY_IS_FIT + PLANNED
                                + "not-checked quota: ap-southeast-1: 0 images are there, 1 is added; how many are allowed is"
                                + " not known (no such quota is listed)"),
                new CopyFindings(
                        "the quota may not be read",
                        fixture -> fixture.cloud.script().refuse(Refusals.forbidden("quotas", "ListProductQuotas")),
                        "ap-southeast-1",
                        KEY_IS_FIT + PLANNED
                                + "not-checked quota: ap-southeast-1: could not check, permission quotas:ListProductQuotas is missing"
                                + " | ask your administrator to allow quotas:ListProductQuotas"),
                new CopyFindings(
                        "five images are being made",
                        fixture -> fill(fixture, 5, "Creating"),
                        "ap-southeast-1",
                        KEY_IS_FIT + PLANNED
                                + "warn copy: ap-southeast-1 creates 5 copies at a time; 1 waits for its turn\n"
                                + "pass quota: ap-southeast-1: 5 images are there, 1 is added, 100 are allowed"));
    }

    @Override
    public String toString() {
        return name;
    }
}
