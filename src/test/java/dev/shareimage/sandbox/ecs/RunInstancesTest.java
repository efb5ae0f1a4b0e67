package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.directory.DirectoryApi;
import dev.shareimage.sandbox.kms.KmsApi;
import dev.shareimage.sandbox.sharing.ResourceSharingApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunInstancesTest {

    private static final String MAY = "400 DryRunOperation";
    private static final String UNKNOWN = "404 InvalidImageId.NotFound";
    private static final String NO_KEY = "403 InvalidParameter.KMSKeyId.KMSUnauthorized";
    private static final String FOLDER_PATH = "rd-sbx001/r-root01/fd-products01/fd-japan00001";

    private final Cloud cloud = new Cloud(new EcsApi(), new KmsApi(), new ResourceSharingApi(), new DirectoryApi());

    @Test
    void a_recipient_may_launch_once_share_and_trust_are_there() {
        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(UNKNOWN);
        shareWithRecipient();
        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(MAY);
        assertThat(launch(Cloud.SIBLING)).isEqualTo(UNKNOWN);
        cloud.giveRole(Cloud.trust(Cloud.SIBLING));
        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(NO_KEY);
    }

    @Test
    void the_owners_key_must_stay_usable() {
        shareWithRecipient();
        cloud.outcome(Cloud.OWNER, "DisableKey", "KeyId", "alias/images");

        assertThat(launch(Cloud.RECIPIENT)).isEqualTo("403 InvalidParameter.KMSKeyId.CMKNotEnabled");
    }

    @Test
    void disks_must_be_encrypted_with_a_key_of_the_recipients_own() {
        shareWithRecipient();

        assertThat(run(Cloud.RECIPIENT)).isEqualTo("400 InvalidParam.EncryptedMismatch");
        assertThat(run(Cloud.RECIPIENT, "SystemDisk.Encrypted", "true")).isEqualTo(MAY);
        assertThat(withKey("key-hk0own0000000000002")).isEqualTo(MAY);
        assertThat(withKey("key-hk0off0000000000002")).isEqualTo("403 InvalidParameter.KMSKeyId.CMKNotEnabled");
        assertThat(withKey("key-hk0cmk0000000000001")).isEqualTo("404 InvalidParameter.KMSKeyId.NotFound");
        assertThat(run(Cloud.RECIPIENT, "SystemDisk.KMSKeyId", "key-hk0own0000000000002"))
                .isEqualTo("400 InvalidEncrypted.NotMatchKmsKeyId");
    }

    @Test
    void the_recipients_key_service_must_be_activated() {
        String without = "2000000000000030";
        cloud.giveRole(Cloud.trust(without));
        share(without);

        assertThat(launch(without)).isEqualTo("400 InvalidParameter.KmsNotEnabled");
    }

    @Test
    void the_zone_must_exist() {
        shareWithRecipient();

        assertThat(launch(Cloud.RECIPIENT, "ZoneId", "cn-hongkong-b")).isEqualTo(MAY);
        assertThat(launch(Cloud.RECIPIENT, "ZoneId", "cn-hongkong-z")).isEqualTo("404 InvalidZoneId.NotFound");
    }

    @Test
    void a_launch_without_dry_run_leaves_an_instance() throws Exception {
        assertThat(cloud.call(Cloud.OWNER, "RunInstances", "ImageId", Cloud.IMAGE, "Amount", "2")
                        .at("/InstanceIdSets/InstanceIdSet"))
                .hasSize(2);
        assertThat(cloud.call(Cloud.OWNER, "DescribeInstances", "ImageId", Cloud.IMAGE)
                        .get("TotalCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteImage", "ImageId", Cloud.IMAGE))
                .isEqualTo("403 ImageUsingByInstance");
    }

    @Test
    void a_shared_image_cannot_be_deleted() {
        shareWithRecipient();
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteImage", "ImageId", Cloud.IMAGE))
                .isEqualTo("403 ImageUseShared");
        cloud.outcome(
                Cloud.OWNER, "ModifyImageSharePermission", "ImageId", Cloud.IMAGE, "RemoveAccount.1", Cloud.RECIPIENT);
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteImage", "ImageId", Cloud.IMAGE))
                .isEqualTo("done");
    }

    @Test
    void a_folder_share_reaches_members_below_it_and_nobody_else() {
        shareWithFolder();
        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(UNKNOWN);
        cloud.pass(Duration.ofSeconds(1));

        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(MAY);
        assertThat(launch(Cloud.SIBLING)).isEqualTo(UNKNOWN);
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteImage", "ImageId", Cloud.IMAGE))
                .isEqualTo("403 ImageUseShared");
    }

    @Test
    void who_moves_or_leaves_loses_access_and_who_joins_gains_it() throws Exception {
        shareWithFolder();
        cloud.pass(Duration.ofSeconds(1));
        move(Cloud.RECIPIENT, "fd-china00001");
        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(UNKNOWN);
        move(Cloud.RECIPIENT, "fd-japan00001");
        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(MAY);
        cloud.call(Cloud.MANAGER, "RemoveCloudAccount", "AccountId", Cloud.RECIPIENT);
        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(UNKNOWN);

        String handshake = cloud.call(
                        Cloud.MANAGER,
                        "InviteAccountToResourceDirectory",
                        "TargetEntity",
                        Cloud.STRANGER,
                        "TargetType",
                        "Account",
                        "ParentFolderId",
                        "fd-japan00001")
                .at("/Handshake/HandshakeId")
                .asText();
        assertThat(launch(Cloud.STRANGER)).isEqualTo(UNKNOWN);
        cloud.call(Cloud.STRANGER, "AcceptHandshake", "HandshakeId", handshake);
        assertThat(launch(Cloud.STRANGER)).isEqualTo(MAY);
    }

    @Test
    void a_folder_share_without_its_trust_gives_the_image_but_not_the_key() {
        shareWithFolder();
        cloud.pass(Duration.ofSeconds(1));
        cloud.giveRole(Cloud.trust(Cloud.SIBLING));

        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(NO_KEY);
    }

    @Test
    void a_directory_condition_covers_every_member() {
        shareWithRecipient();
        String condition = "\"Condition\":{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-sbx001\"}}";
        cloud.giveRole(Cloud.trust("*").replace("]}}]}", "]}," + condition + "}]}"));

        assertThat(launch(Cloud.RECIPIENT)).isEqualTo(MAY);
    }

    @Test
    void a_recipient_copies_within_the_region_with_encryption() {
        shareWithRecipient();

        assertThat(copy("Encrypted", "true")).isEqualTo("done");
        assertThat(copy()).isEqualTo("400 InvalidParam.EncryptedMismatch");
        assertThat(copy("DestinationRegionId", "ap-southeast-1", "Encrypted", "true"))
                .isEqualTo("403 OperationDenied.SameRegionOnly");
        assertThat(copy("KMSKeyId", "key-hk0own0000000000002")).isEqualTo("400 InvalidParameter.EncryptedIllegal");
    }

    @Test
    void the_owner_copies_to_another_region_with_a_key_of_that_region() throws Exception {
        String id = cloud.call(
                        Cloud.OWNER,
                        "CopyImage",
                        "ImageId",
                        "m-hk0service000000001",
                        "DestinationRegionId",
                        "ap-southeast-1",
                        "Encrypted",
                        "true",
                        "KMSKeyId",
                        "key-sg0cmk0000000000001")
                .get("ImageId")
                .asText();
        cloud.giveRole(Cloud.trust(Cloud.RECIPIENT));
        cloud.region = "ap-southeast-1";

        assertThat(cloud.outcome(
                        Cloud.OWNER, "ModifyImageSharePermission", "ImageId", id, "AddAccount.1", Cloud.RECIPIENT))
                .isEqualTo("done");
    }

    private void shareWithRecipient() {
        cloud.giveRole(Cloud.trust(Cloud.RECIPIENT));
        share(Cloud.RECIPIENT);
    }

    private void share(String accountId) {
        assertThat(cloud.outcome(
                        Cloud.OWNER, "ModifyImageSharePermission", "ImageId", Cloud.IMAGE, "AddAccount.1", accountId))
                .isEqualTo("done");
    }

    private void shareWithFolder() {
        String condition = "\"Condition\":{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"" + FOLDER_PATH + "*\"}}";
        cloud.giveRole(Cloud.trust("*").replace("]}}]}", "]}," + condition + "}]}"));
        assertThat(cloud.outcome(
                        Cloud.OWNER,
                        "CreateResourceShare",
                        "ResourceShareName",
                        "images",
                        "Resources.1.ResourceId",
                        Cloud.IMAGE,
                        "Resources.1.ResourceType",
                        "Image",
                        "Targets.1",
                        "fd-japan00001"))
                .isEqualTo("done");
    }

    private void move(String accountId, String folderId) throws Exception {
        cloud.call(Cloud.MANAGER, "MoveAccount", "AccountId", accountId, "DestinationFolderId", folderId);
    }

    private String withKey(String keyId) {
        return run(Cloud.RECIPIENT, "SystemDisk.Encrypted", "true", "SystemDisk.KMSKeyId", keyId);
    }

    private String launch(String accountId, String... parameters) {
        List<String> all = new ArrayList<>(List.of("SystemDisk.Encrypted", "true"));
        all.addAll(List.of(parameters));
        return run(accountId, all.toArray(String[]::new));
    }

    private String run(String accountId, String... parameters) {
        List<String> all = new ArrayList<>(List.of("ImageId", Cloud.IMAGE, "DryRun", "true"));
        all.addAll(List.of(parameters));
        return cloud.outcome(accountId, "RunInstances", all.toArray(String[]::new));
    }

    private String copy(String... parameters) {
        List<String> all = new ArrayList<>(List.of("ImageId", Cloud.IMAGE));
        all.addAll(List.of(parameters));
        return cloud.outcome(Cloud.RECIPIENT, "CopyImage", all.toArray(String[]::new));
    }
}
