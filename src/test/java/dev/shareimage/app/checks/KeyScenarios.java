package dev.shareimage.app.checks;

import static dev.shareimage.app.checks.Scenario.images;
import static dev.shareimage.app.checks.Scenario.usual;
import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;

import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys that do not allow sharing. */
final class KeyScenarios {

    private static final String OWNER = "1000000000000001";
    private static final String NO_KEY = """
            - pass key-known
            - pass key-customer-managed
            - pass key-enabled
            - pass key-tagged
            """;

    private static final String UNREAD_KEY = """
            - pass key-known
            - pass key-customer-managed
            - pass key-enabled
            """;

    private KeyScenarios() {}

    static List<Scenario> all() {
        return List.of(
                usual(
                        "snapshots that may not be read",
                        fixture -> fixture.cloud.script().refuse(Refusals.forbidden("ecs", "DescribeSnapshots")),
                        NO_KEY
                                + unread(
                                        "m-encrypted1: could not check, permission ecs:DescribeSnapshots is missing"
                                                + " | ask your administrator to allow ecs:DescribeSnapshots",
                                        "key-known",
                                        "key-customer-managed",
                                        "key-enabled",
                                        "key-tagged")),
                usual(
                        "snapshots that name no key",
                        fixture -> fixture.cloud.images().put(new Snapshot("s-encrypted1", true, null)),
                        NO_KEY + """
                                not-checked key-known: the snapshots of image m-encrypted1 name no key
                                warn key-customer-managed: image m-encrypted1 is probably encrypted with the \
                                service key of ECS, because its snapshots name no key; images encrypted with that cannot be shared since \
                                2025-07-01 | if the cloud refuses the share, copy the image with a key of your own and share \
                                the copy: aliyun ecs CopyImage --RegionId cn-hongkong --ImageId m-encrypted1 \
                                --DestinationRegionId cn-hongkong --Encrypted true --KMSKeyId KEY
                                not-checked key-enabled: the snapshots of image m-encrypted1 name no key
                                not-checked key-tagged: the snapshots of image m-encrypted1 name no key"""),
                usual(
                        "keys that services made and that may not be listed, beside an alias that may be looked up",
                        fixture -> fixture.cloud.script().refuse(Refusals.forbidden("kms", "ListKeys")),
                        ""),
                usual(
                        "a key that is not there",
                        fixture -> fixture.cloud.keys().remove(HONGKONG, "key-1"),
                        NO_KEY
                                + "fail key-known: key key-1 of image m-encrypted1 is not in cn-hongkong | copy the image with"
                                + " a key that exists: aliyun ecs CopyImage --RegionId cn-hongkong --ImageId m-encrypted1"
                                + " --DestinationRegionId cn-hongkong --Encrypted true --KMSKeyId KEY"),
                usual(
                        "keys that may not be read",
                        fixture -> fixture.cloud.script().refuse(Refusals.forbidden("kms", "DescribeKey")),
                        UNREAD_KEY
                                + unread(
                                        "key-1: could not check, permission kms:DescribeKey is missing"
                                                + " | ask your administrator to allow kms:DescribeKey",
                                        "key-known",
                                        "key-customer-managed",
                                        "key-enabled")),
                usual(
                        "KMS that is down",
                        fixture -> fixture.cloud.script().refuse(Refusals.unavailable("DescribeKey")),
                        UNREAD_KEY
                                + unread(
                                        "key-1: could not check (ServiceUnavailable: DescribeKey answered"
                                                + " ServiceUnavailable)",
                                        "key-known",
                                        "key-customer-managed",
                                        "key-enabled")),
                usual(
                        "tags that may not be read",
                        fixture -> fixture.cloud.script().refuse(Refusals.forbidden("kms", "ListResourceTags")),
                        """
                        - pass key-tagged
                        not-checked key-tagged: key-1: could not check, permission kms:ListResourceTags is missing | ask \
                        your administrator to allow kms:ListResourceTags"""),
                usual("a key that a service made", key("Enabled", "Ecs", null, null), service("key-1")),
                usual(
                        "a key behind the alias of ECS",
                        fixture -> fixture.cloud
                                .keys()
                                .put(HONGKONG, "alias/acs/ecs", key("key-1", "Enabled", OWNER, null, null, true)),
                        service("key-1")),
                usual("a key that is disabled", key("Disabled", OWNER, null, null), """
                        - pass key-enabled
                        fail key-enabled: key key-1 is Disabled, not Enabled | aliyun kms EnableKey --region cn-hongkong \
                        --KeyId key-1"""),
                usual("a key that is about to be deleted", key("PendingDeletion", OWNER, "later", null), """
                        - pass key-enabled
                        fail key-enabled: key key-1 is about to be deleted | aliyun kms CancelKeyDeletion --region \
                        cn-hongkong --KeyId key-1"""),
                usual("a key that will end", key("Enabled", OWNER, "later", "later"), """
                        warn key-enabled: key key-1 will be deleted at 2026-11-23T12:00:00Z; the shared image is useless \
                        from then on | aliyun kms CancelKeyDeletion --region cn-hongkong --KeyId key-1
                        warn key-enabled: the material of key key-1 expires at 2026-11-23T12:00:00Z; the shared image is \
                        useless from then on"""),
                usual(
                        "a key without protection",
                        fixture -> fixture.cloud
                                .keys()
                                .put(HONGKONG, "key-1", key("key-1", "Enabled", OWNER, null, null, false)),
                        """
                        warn key-enabled: key key-1 has no deletion protection; without the key the shared image is \
                        useless | aliyun kms SetDeletionProtection --region cn-hongkong --EnableDeletionProtection true \
                        --ProtectedResourceArn ARN-OF-THE-KEY"""),
                usual(
                        "a key without protection, and with an ARN",
                        unprotected("acs:kms:cn-hongkong:1000:key/key-1"),
                        """
                        warn key-enabled: key key-1 has no deletion protection; without the key the shared image is \
                        useless | aliyun kms SetDeletionProtection --region cn-hongkong --EnableDeletionProtection true \
                        --ProtectedResourceArn acs:kms:cn-hongkong:1000:key/key-1"""),
                usual("a key whose ARN runs a command", unprotected("acs:kms:cn-hongkong:1000:key/$(id)"), """
                        warn key-enabled: key key-1 has no deletion protection; without the key the shared image is \
                        useless | aliyun kms SetDeletionProtection --region cn-hongkong --EnableDeletionProtection true \
                        --ProtectedResourceArn ARN-OF-THE-KEY"""),
                usual(
                        "a key that is tagged otherwise",
                        fixture ->
                                fixture.cloud.keys().tag(HONGKONG, "key-1", Map.of("acs:ecs:disk-encryption", "false")),
                        """
                        - pass key-tagged
                        fail key-tagged: key key-1 lacks the tag acs:ecs:disk-encryption=true, without which ECS may not \
                        use it | aliyun kms TagResource --region cn-hongkong --KeyId key-1 --Tags \
                        '[{"TagKey":"acs:ecs:disk-encryption","TagValue":"true"}]'"""),
                new Scenario(
                        "two images with one key",
                        fixture -> fixture.cloud.images().put(HONGKONG, "m-other1", "key-1"),
                        images(ENCRYPTED, new ImageId("m-other1")),
                        """
                        pass image-found: image m-other1 is in cn-hongkong
                        pass image-owner: image m-other1 is yours
                        pass image-state: image m-other1 is available
                        pass image-private: image m-other1 is private
                        pass image-encrypted: image m-other1 is encrypted
                        pass single-snapshot: image m-other1 has one snapshot
                        pass quota: image m-other1: 0 accounts have it, 1 is added, 50 are allowed
                        pass double-share: image m-other1 is shared in one way only"""));
    }

    private static String service(String key) {
        return """
                - pass key-customer-managed
                - pass key-tagged
                fail key-customer-managed: key %s is the service key of ECS (alias/acs/ecs); images encrypted with it \
                cannot be shared since 2025-07-01 | copy the image with a key of your own and share the copy: aliyun ecs \
                CopyImage --RegionId cn-hongkong --ImageId m-encrypted1 --DestinationRegionId cn-hongkong --Encrypted \
                true --KMSKeyId KEY""".formatted(key);
    }

    private static Consumer<ServiceFixture> key(
            String state, String creator, @Nullable String deleted, @Nullable String expired) {
        return fixture ->
                fixture.cloud.keys().put(HONGKONG, "key-1", key("key-1", state, creator, deleted, expired, true));
    }

    private static Key key(
            String id,
            String state,
            String creator,
            @Nullable String deleted,
            @Nullable String expired,
            boolean isProtected) {
        return new Key(
                new KeyId(id),
                state,
                creator,
                deleted == null ? null : FakeTime.START,
                expired == null ? null : FakeTime.START,
                isProtected);
    }

    private static Consumer<ServiceFixture> unprotected(String arn) {
        Key key = new Key(new KeyId("key-1"), "Enabled", OWNER, null, null, false, null, arn);
        return fixture -> fixture.cloud.keys().put(HONGKONG, "key-1", key);
    }

    private static String unread(String reason, String... checks) {
        return Stream.of(checks)
                .map(check -> "not-checked " + check + ": " + reason)
                .collect(Collectors.joining("\n"));
    }
}
