package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A recipient can launch only if share, trust policy, permission policy, the owner's key and its own side are all
 * valid; over HTTP.
 */
class LaunchConditionsTest {

    private static final String MAY = "400 DryRunOperation";
    private static final String UNKNOWN = "404 InvalidImageId.NotFound";
    private static final String NOT_GRANTED = "403 InvalidParameter.KMSKeyId.KMSUnauthorized";
    private static final String NOT_ENABLED = "403 InvalidParameter.KMSKeyId.CMKNotEnabled";
    private static final String UNTAGGED = "400 InvalidParameter.KMSKeyId.CMKUnauthorized";

    private static final String SHARING_ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String OWN_ROLE = "AliyunECSDiskEncryptDefaultRole";
    private static final String OWN_POLICY = "AliyunECSDiskEncryptRolePolicy";
    private static final String OWN_KEY = "key-hk0own0000000000002";
    private static final String OWN_TRUST = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
            + "\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"ecs.aliyuncs.com\"]}}]}";

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @BeforeEach
    void share_with_the_recipient() {
        ok(cloud.owner
                .ram("CreateRole", "RoleName", SHARING_ROLE, "AssumeRolePolicyDocument", Cloud.trust(Cloud.RECIPIENT))
                .outcome());
        attach(cloud.owner, SHARING_ROLE, "AliyunKMSFullAccess");
        share("AddAccount.1", Cloud.RECIPIENT);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    /** A way to break a share, the error that the recipient then gets, and the fix. */
    record Break(
            String name, Consumer<LaunchConditionsTest> cause, String outcome, Consumer<LaunchConditionsTest> repair) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                new Break(
                        "image not shared",
                        test -> test.share("RemoveAccount.1", Cloud.RECIPIENT),
                        UNKNOWN,
                        test -> test.share("AddAccount.1", Cloud.RECIPIENT)),
                new Break(
                        "trust missing",
                        test -> test.trust(Cloud.trust(Cloud.SIBLING)),
                        NOT_GRANTED,
                        test -> test.trust(Cloud.trust(Cloud.SIBLING, Cloud.RECIPIENT))),
                new Break(
                        "trust denied",
                        test -> test.trust(Cloud.trust(Cloud.RECIPIENT)
                                .replace("[{\"Effect\"", "[" + statement("Deny", Cloud.RECIPIENT) + ",{\"Effect\"")),
                        NOT_GRANTED,
                        test -> test.trust(Cloud.trust(Cloud.RECIPIENT))),
                new Break(
                        "policy missing",
                        test -> test.detach(test.cloud.owner, SHARING_ROLE, "AliyunKMSFullAccess"),
                        NOT_GRANTED,
                        test -> test.attach(test.cloud.owner, SHARING_ROLE, "AliyunKMSFullAccess")),
                new Break(
                        "owner's key disabled",
                        test -> test.key(test.cloud.owner, "DisableKey", "alias/images"),
                        NOT_ENABLED,
                        test -> test.key(test.cloud.owner, "EnableKey", "alias/images")),
                new Break(
                        "owner's key untagged",
                        test -> test.untag(test.cloud.owner, "alias/images"),
                        UNTAGGED,
                        test -> test.tag(test.cloud.owner, "alias/images")),
                new Break(
                        "own key disabled",
                        test -> test.key(test.cloud.recipient, "DisableKey", OWN_KEY),
                        NOT_ENABLED,
                        test -> test.key(test.cloud.recipient, "EnableKey", OWN_KEY)),
                new Break(
                        "own key untagged",
                        test -> test.untag(test.cloud.recipient, OWN_KEY),
                        UNTAGGED,
                        test -> test.tag(test.cloud.recipient, OWN_KEY)),
                new Break(
                        "own role without policy",
                        test -> test.detach(test.cloud.recipient, OWN_ROLE, OWN_POLICY),
                        NOT_GRANTED,
                        test -> test.attach(test.cloud.recipient, OWN_ROLE, OWN_POLICY)),
                new Break("own role missing", LaunchConditionsTest::deleteOwnRole, NOT_GRANTED, test -> {
                    ok(test.cloud
                            .recipient
                            .ram("CreateRole", "RoleName", OWN_ROLE, "AssumeRolePolicyDocument", OWN_TRUST)
                            .outcome());
                    test.attach(test.cloud.recipient, OWN_ROLE, OWN_POLICY);
                }),
                new Break(
                        "own role trusts somebody else",
                        test -> test.ownTrust(OWN_TRUST.replace("ecs.", "rds.")),
                        NOT_GRANTED,
                        test -> test.ownTrust(OWN_TRUST)));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void no_launch_while_one_side_is_broken_and_again_after_the_repair(Break broken) {
        assertThat(launch()).isEqualTo(MAY);
        broken.cause().accept(this);
        assertThat(launch()).isEqualTo(broken.outcome());
        assertThat(copy()).isEqualTo(broken.outcome().equals(UNTAGGED) ? copyOfUntagged() : broken.outcome());
        broken.repair().accept(this);
        assertThat(launch()).isEqualTo(MAY);
        assertThat(copy()).isEqualTo(MAY);
    }

    @ParameterizedTest
    @CsvSource({
        "key-hk0own0000000000002, 400 DryRunOperation",
        "key-hk0off0000000000002, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "key-hk0gone0000000000002, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "key-hk0bare0000000000002, 400 InvalidParameter.KMSKeyId.CMKUnauthorized",
        "key-hk0rsa0000000000002, 400 InvalidKMSKeyId.NotSymmetric",
        "key-hk0cmk0000000000001, 404 InvalidParameter.KMSKeyId.NotFound",
        "key-sg0own0000000000002, 404 InvalidParameter.KMSKeyId.NotFound",
        "key-none, 404 InvalidParameter.KMSKeyId.NotFound",
    })
    void the_own_key_must_be_usable(String key, String outcome) {
        assertThat(run(cloud.recipient, "SystemDisk.Encrypted", "true", "SystemDisk.KMSKeyId", key))
                .isEqualTo(outcome);
    }

    @Test
    void a_key_that_was_to_be_deleted_can_be_kept() {
        key(cloud.recipient, "CancelKeyDeletion", "key-hk0gone0000000000002");

        assertThat(run(
                        cloud.recipient,
                        "SystemDisk.Encrypted",
                        "true",
                        "SystemDisk.KMSKeyId",
                        "key-hk0gone0000000000002"))
                .isEqualTo(MAY);
    }

    @ParameterizedTest
    @CsvSource({
        "3, key-hk0own0000000000003, 403 InvalidParameter.KMSKeyId.KMSUnauthorized",
        "4, key-hk0bare0000000000004, 400 InvalidParameter.KMSKeyId.CMKUnauthorized",
        "5, key-hk0off0000000000005, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "6, key-hk0gone0000000000006, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "12, key-hk0own0000000000012, 400 DryRunOperation",
        "27, key-hk0own0000000000027, 400 DryRunOperation",
    })
    void every_recipient_meets_what_it_lacks(int number, String key, String outcome) {
        String account = "2%015d".formatted(number);
        trust(Cloud.trust(account));
        share("AddAccount.1", account);

        assertThat(run(cloud.account(number), "SystemDisk.Encrypted", "true", "SystemDisk.KMSKeyId", key))
                .isEqualTo(outcome);
    }

    @Test
    void the_key_service_must_be_switched_on() {
        RpcClient without = cloud.account(30);
        trust(Cloud.trust("2000000000000030"));
        share("AddAccount.1", "2000000000000030");
        assertThat(without.get(SandboxOverHttp.KMS, "DescribeAccountKmsStatus").text("/AccountStatus"))
                .isEqualTo("NotEnabled");
        assertThat(run(without, "SystemDisk.Encrypted", "true")).isEqualTo("400 InvalidParameter.KmsNotEnabled");

        ok(without.get(SandboxOverHttp.KMS, "OpenKmsService").outcome());
        assertThat(without.get(SandboxOverHttp.KMS, "DescribeAccountKmsStatus").text("/AccountStatus"))
                .isEqualTo("Enabled");
        assertThat(without.get(SandboxOverHttp.KMS, "OpenKmsService").outcome()).isEqualTo("400 Forbidden.Opened");
        assertThat(run(without, "SystemDisk.Encrypted", "true")).isEqualTo(MAY);
    }

    @ParameterizedTest
    @CsvSource({
        "cn-hongkong-b, 400 DryRunOperation",
        "cn-hongkong-c, 400 DryRunOperation",
        "cn-hongkong-d, 400 NotSupportSnapshotEncrypted.ZoneId",
        "cn-hongkong-z, 404 InvalidZoneId.NotFound",
    })
    void the_zone_must_encrypt_system_disks_as_they_are_made(String zone, String outcome) {
        assertThat(run(cloud.recipient, "SystemDisk.Encrypted", "true", "ZoneId", zone))
                .isEqualTo(outcome);
    }

    @Test
    void without_a_zone_one_is_taken_that_encrypts() {
        String[] parameters = {"RegionId", "ap-southeast-1", "ImageId", "m-sg0cmk0000000000001"};
        ok(cloud.ecs(cloud.owner, "RunInstances", with(parameters, "SystemDisk.Encrypted", "true"))
                .outcome());

        assertThat(cloud.ecs(cloud.owner, "DescribeInstances", "RegionId", "ap-southeast-1")
                        .text("/Instances/Instance/0/ZoneId"))
                .isEqualTo("ap-southeast-1b");
        assertThat(cloud.ecs(
                                cloud.owner,
                                "RunInstances",
                                with(parameters, "SystemDisk.Encrypted", "true", "ZoneId", "ap-southeast-1a"))
                        .outcome())
                .isEqualTo("400 NotSupportSnapshotEncrypted.ZoneId");
    }

    @ParameterizedTest
    @CsvSource({
        "cloud_essd, 400 DryRunOperation",
        "cloud_auto, 400 DryRunOperation",
        "cloud_essd_entry, 400 DryRunOperation",
        "cloud_efficiency, 403 NotSupportSnapshotEncrypted.DiskCategory",
        "cloud_ssd, 403 NotSupportSnapshotEncrypted.DiskCategory",
        "cloud, 403 NotSupportSnapshotEncrypted.DiskCategory",
    })
    void an_encrypted_system_disk_is_of_the_essd_series(String category, String outcome) {
        assertThat(run(cloud.recipient, "SystemDisk.Encrypted", "true", "SystemDisk.Category", category))
                .isEqualTo(outcome);
    }

    @Test
    void a_plain_system_disk_is_of_any_category() {
        assertThat(cloud.ecs(
                                cloud.owner,
                                "RunInstances",
                                "ImageId",
                                "m-hk0plain00000000001",
                                "SystemDisk.Category",
                                "cloud_efficiency",
                                "DryRun",
                                "true")
                        .outcome())
                .isEqualTo(MAY);
    }

    @ParameterizedTest
    @CsvSource({
        "SystemDisk.KMSKeyId, key-hk0own0000000000002, 400 InvalidEncrypted.NotMatchKmsKeyId",
        "DataDisk.1.KMSKeyId, key-hk0own0000000000002, 400 InvalidEncrypted.NotMatchKmsKeyId",
        "DataDisk.1.EncryptAlgorithm, AES-256, 400 InvalidEncrypted.NotMatchEncryptAlgorithm",
        "SystemDisk.EncryptAlgorithm, AES-256, 400 InvalidEncrypted.NotMatchEncryptAlgorithm",
    })
    void keys_and_algorithms_need_encryption(String parameter, String value, String outcome) {
        assertThat(cloud.ecs(
                                cloud.recipient,
                                "RunInstances",
                                "ImageId",
                                Cloud.IMAGE,
                                "DryRun",
                                "true",
                                parameter,
                                value)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void data_disks_beside_those_of_the_image_need_usable_keys_too() {
        assertThat(run(
                        cloud.recipient,
                        "SystemDisk.Encrypted",
                        "true",
                        "DataDisk.1.Encrypted",
                        "true",
                        "DataDisk.1.KMSKeyId",
                        "key-hk0off0000000000002"))
                .isEqualTo(NOT_ENABLED);
        assertThat(run(cloud.recipient, "SystemDisk.Encrypted", "true", "SystemDisk.EncryptAlgorithm", "ROT-13"))
                .isEqualTo("400 InvalidEncryptAlgorithm");
    }

    @Test
    void a_restricted_user_sees_the_image_and_cannot_launch() {
        RpcClient onlooker = cloud.user("Onlooker001", "Onlooker00001");

        assertThat(cloud.ecs(onlooker, "DescribeImages", "ImageOwnerAlias", "others")
                        .json()
                        .findValuesAsText("ImageId"))
                .contains(Cloud.IMAGE);
        assertThat(run(onlooker, "SystemDisk.Encrypted", "true")).isEqualTo("403 Forbidden.RAM");
        assertThat(run(cloud.user("Launcher001", "Launcher00001"), "SystemDisk.Encrypted", "true"))
                .isEqualTo(MAY);
    }

    @ParameterizedTest
    @CsvSource({"fd-japan00001", "fd-products01", "rd-sbx001"})
    void what_a_directory_or_a_folder_brings_is_of_others_and_can_be_launched(String target) {
        share("RemoveAccount.1", Cloud.RECIPIENT);
        trust(Cloud.trust("*")
                .replace("]}}]}", "]},\"Condition\":{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-sbx001\"}}}]}"));
        ok(cloud.sharing(
                        cloud.owner,
                        "CreateResourceShare",
                        "ResourceShareName",
                        "images",
                        "Resources.1.ResourceId",
                        Cloud.IMAGE,
                        "Resources.1.ResourceType",
                        "Image",
                        "Targets.1",
                        target)
                .outcome());
        assertThat(launch()).as("while the association is pending").isEqualTo(UNKNOWN);
        cloud.pass(Duration.ofSeconds(1));

        assertThat(cloud.ecs(cloud.recipient, "DescribeImages", "ImageOwnerAlias", "others")
                        .json()
                        .findValuesAsText("ImageId"))
                .contains(Cloud.IMAGE);
        assertThat(launch()).isEqualTo(MAY);
    }

    private String copyOfUntagged() {
        boolean own = run(cloud.recipient, "SystemDisk.Encrypted", "true").equals(MAY);
        return own ? "403 InvalidParameter.KMSKeyId.CMKUnauthorized" : UNTAGGED;
    }

    private String launch() {
        return run(cloud.recipient, "SystemDisk.Encrypted", "true", "SystemDisk.KMSKeyId", OWN_KEY);
    }

    private String copy() {
        return cloud.ecs(
                        cloud.recipient,
                        "CopyImage",
                        "ImageId",
                        Cloud.IMAGE,
                        "Encrypted",
                        "true",
                        "KMSKeyId",
                        OWN_KEY,
                        "DryRun",
                        "true")
                .outcome();
    }

    private String run(RpcClient client, String... parameters) {
        String[] common = {"ImageId", Cloud.IMAGE, "InstanceType", "ecs.g7.large", "DryRun", "true"};
        return cloud.ecs(client, "RunInstances", with(common, parameters)).outcome();
    }

    private void share(String parameter, String account) {
        ok(cloud.ecs(cloud.owner, "ModifyImageSharePermission", "ImageId", Cloud.IMAGE, parameter, account)
                .outcome());
    }

    private void trust(String document) {
        ok(cloud.owner
                .ram("UpdateRole", "RoleName", SHARING_ROLE, "NewAssumeRolePolicyDocument", document)
                .outcome());
    }

    private void ownTrust(String document) {
        ok(cloud.recipient
                .ram("UpdateRole", "RoleName", OWN_ROLE, "NewAssumeRolePolicyDocument", document)
                .outcome());
    }

    private void deleteOwnRole() {
        detach(cloud.recipient, OWN_ROLE, OWN_POLICY);
        ok(cloud.recipient.ram("DeleteRole", "RoleName", OWN_ROLE).outcome());
    }

    private void attach(RpcClient client, String role, String policy) {
        policy(client, "AttachPolicyToRole", role, policy);
    }

    private void detach(RpcClient client, String role, String policy) {
        policy(client, "DetachPolicyFromRole", role, policy);
    }

    private static void policy(RpcClient client, String action, String role, String policy) {
        ok(client.ram(action, "RoleName", role, "PolicyName", policy, "PolicyType", "System")
                .outcome());
    }

    private void key(RpcClient client, String action, String key, String... parameters) {
        String[] common = {"RegionId", SandboxOverHttp.REGION, "KeyId", key};
        ok(client.get(SandboxOverHttp.KMS, action, with(common, parameters)).outcome());
    }

    private void tag(RpcClient client, String key) {
        key(client, "TagResource", key, "Tags", "[{\"TagKey\":\"acs:ecs:disk-encryption\",\"TagValue\":\"true\"}]");
    }

    private void untag(RpcClient client, String key) {
        key(client, "UntagResource", key, "TagKeys", "[\"acs:ecs:disk-encryption\"]");
    }

    private static String statement(String effect, String account) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"" + account
                + "@ecs.aliyuncs.com\"]}}";
    }

    private static String[] with(String[] common, String... more) {
        List<String> all = new ArrayList<>(List.of(common));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static void ok(String outcome) {
        assertThat(outcome).isEqualTo("200");
    }
}
