package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies take time, queue, fail, and are made once; over HTTP. */
class CopyImageTest {

    private static final String THERE = "ap-southeast-1";
    private static final String KEY_THERE = "key-sg0cmk0000000000001";
    private static final String ALL = "Creating,Waiting,Available,UnAvailable,CreateFailed,Deprecated";

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @BeforeEach
    void copies_take_a_minute() {
        cloud.follow("{'imageSettings':{'copyMillis':60000}}");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void a_copy_is_creating_until_it_is_available() {
        String id = copied();

        assertThat(state(id)).isEqualTo("Creating 0% true");
        cloud.pass(Duration.ofSeconds(33));
        assertThat(state(id)).isEqualTo("Creating 55% true");
        assertThat(outcome("ModifyImageSharePermission", id, "AddAccount.1", Cloud.RECIPIENT))
                .isEqualTo("403 OperationDenied.InvalidImageStatus");
        assertThat(outcome("RunInstances", id)).isEqualTo("403 OperationDenied.ImageNotValid");
        assertThat(outcome("ModifyImageAttribute", id, "ImageName", "other"))
                .isEqualTo("403 InvalidStatus.ImageIsCreating");
        cloud.pass(Duration.ofSeconds(27));
        assertThat(state(id)).isEqualTo("Available 100% true");
        assertThat(outcome("RunInstances", id, "DryRun", "true")).isEqualTo("400 DryRunOperation");
    }

    @Test
    void the_list_of_available_images_lacks_a_copy_that_is_not_finished() {
        String id = copied();

        assertThat(describe(id).json().at("/TotalCount").asInt()).isZero();
        cloud.pass(Duration.ofMinutes(1));
        assertThat(describe(id).json().at("/TotalCount").asInt()).isOne();
    }

    @Test
    void a_copy_has_snapshots_under_the_key_of_its_region_and_neither_shares_nor_family() {
        String id = copied("Tag.1.Key", "source", "Tag.1.Value", Cloud.IMAGE);
        cloud.pass(Duration.ofMinutes(1));
        RpcAnswer image = describe(id);
        RpcAnswer snapshot = cloud.ecs(
                cloud.owner,
                "DescribeSnapshots",
                "RegionId",
                THERE,
                "SnapshotIds",
                "[\"" + image.text("/Images/Image/0/DiskDeviceMappings/DiskDeviceMapping/0/SnapshotId") + "\"]");

        assertThat(snapshot.text("/Snapshots/Snapshot/0/KMSKeyId")).isEqualTo(KEY_THERE);
        assertThat(image.text("/Images/Image/0/ImageFamily")).isEmpty();
        assertThat(image.text("/Images/Image/0/IsSelfShared")).isEmpty();
        assertThat(image.json().at("/Images/Image/0/Tags/Tag").toString())
                .isEqualTo("[{\"TagKey\":\"source\",\"TagValue\":\"" + Cloud.IMAGE + "\"}]");
    }

    @Test
    void five_copies_run_at_once_in_a_region_and_the_rest_wait() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(copied());
        }

        assertThat(ids.stream().map(this::status))
                .containsExactly("Creating", "Creating", "Creating", "Creating", "Creating", "Waiting", "Waiting");
        assertThat(cloud.ecs(cloud.owner, "CopyImage", elsewhere("cn-beijing")).outcome())
                .as("another region has its own line")
                .isEqualTo("200");
        cloud.pass(Duration.ofSeconds(60));
        assertThat(ids.stream().map(this::status))
                .containsExactly(
                        "Available", "Available", "Available", "Available", "Available", "Creating", "Creating");
        cloud.pass(Duration.ofSeconds(60));
        assertThat(ids.stream().map(this::status)).containsOnly("Available");
    }

    @Test
    void a_copy_can_fail() {
        cloud.follow("{'imageSettings':{'copyMillis':60000,'copiesFail':true}}");
        String id = copied();
        cloud.pass(Duration.ofMinutes(1));

        assertThat(status(id)).isEqualTo("CreateFailed");
        assertThat(outcome("CancelCopyImage", id)).isEqualTo("400 IncorrectImageStatus");
        assertThat(outcome("DeleteImage", id)).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({"fail, CreateFailed", "hang, Creating"})
    void a_fault_plan_can_change_how_one_copy_ends(String outcome, String status) {
        cloud.follow("{'imageSettings':{'copyMillis':60000},'rules':[{'action':'CopyImage','count':1,'effect':"
                + "{'type':'image-copy','outcome':'" + outcome + "'}}]}");
        String first = copied();
        String second = copied();
        cloud.pass(Duration.ofMinutes(1));

        assertThat(status(first)).isEqualTo(status);
        assertThat(status(second)).isEqualTo("Available");
    }

    @Test
    void the_same_client_token_gives_the_same_image() {
        String id = copied("ClientToken", "token-1");
        cloud.pass(Duration.ofMinutes(1));

        assertThat(copied("ClientToken", "token-1")).isEqualTo(id);
        assertThat(copied("ClientToken", "token-2")).isNotEqualTo(id);
        assertThat(copied()).isNotEqualTo(id);
        assertThat(copy("ClientToken", "token-1", "DestinationImageName", "other")
                        .outcome())
                .isEqualTo("400 IdempotenceParamNotMatch");
    }

    @Test
    void a_good_dry_run_is_an_error_and_leaves_nothing() {
        assertThat(copy("DryRun", "true", "DestinationImageName", "tried").outcome())
                .isEqualTo("400 DryRunOperation");
        assertThat(cloud.ecs(cloud.owner, "DescribeImages", "RegionId", THERE, "ImageName", "tried", "Status", ALL)
                        .json()
                        .at("/TotalCount")
                        .asInt())
                .isZero();
        assertThat(copy("DryRun", "true", "DestinationImageName", "golden-image")
                        .outcome())
                .isEqualTo("400 InvalidImageName.Duplicated");
    }

    @Test
    void canceling_takes_the_copy_away_and_leaves_the_source() {
        String id = copied();
        assertThat(cloud.ecs(cloud.recipient, "CancelCopyImage", "RegionId", THERE, "ImageId", id)
                        .outcome())
                .isEqualTo("404 InvalidImageId.NotFound");
        assertThat(outcome("CancelCopyImage", id)).isEqualTo("200");
        assertThat(status(id)).isEmpty();
        assertThat(outcome("CancelCopyImage", id)).isEqualTo("404 InvalidImageId.NotFound");
        assertThat(cloud.ecs(cloud.owner, "DescribeImages", "ImageId", Cloud.IMAGE)
                        .json()
                        .at("/TotalCount")
                        .asInt())
                .isOne();
    }

    @Test
    void only_an_unfinished_copy_can_be_canceled() {
        String id = copied();
        cloud.pass(Duration.ofMinutes(1));

        assertThat(outcome("CancelCopyImage", id)).isEqualTo("400 IncorrectImageStatus");
        assertThat(outcome("CancelCopyImage", "m-sg0plain00000000001")).isEqualTo("400 ImageCreatedNotFromCopy");
        assertThat(status(id)).isEqualTo("Available");
    }

    @Test
    void neither_a_copy_on_its_way_nor_its_source_can_be_deleted() {
        String id = copied();
        String[] source = {"ImageId", Cloud.IMAGE};

        assertThat(outcome("DeleteImage", id)).isEqualTo("403 OperationDenied.ImageCopying");
        assertThat(cloud.ecs(cloud.owner, "DeleteImage", source).outcome())
                .isEqualTo("403 OperationDenied.ImageCopying");
        cloud.pass(Duration.ofMinutes(1));
        assertThat(outcome("DeleteImage", id)).isEqualTo("200");
        assertThat(cloud.ecs(cloud.owner, "DeleteImage", source).outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "DestinationImageName, x, 400 InvalidImageName.Malformed",
        "DestinationImageName, 1st, 400 InvalidImageName.Malformed",
        "DestinationImageName, acs:mine, 400 InvalidImageName.Malformed",
        "DestinationImageName, aliyun-mine, 400 InvalidImageName.Malformed",
        "DestinationImageName, has-http://in-it, 400 InvalidImageName.Malformed",
        "DestinationImageName, has a blank, 400 InvalidImageName.Malformed",
        "DestinationImageName, golden-image, 400 InvalidImageName.Duplicated",
        "DestinationDescription, http://somewhere, 400 InvalidDescription.Malformed",
        "DestinationDescription, x, 400 InvalidDescription.Malformed",
        "EncryptAlgorithm, ROT-13, 400 InvalidEncryptAlgorithm",
        "Encrypted, false, 400 InvalidParameter.EncryptedIllegal",
        "KMSKeyId, key-hk0cmk0000000000001, 404 InvalidParameter.KMSKeyId.NotFound",
        "DestinationRegionId, cn-nowhere, 400 DestinationRegion.NotFound",
        "RegionId, cn-nowhere, 400 SourceRegion.NotFound",
        "ImageId, m-none, 404 InvalidImageId.NotFound",
        "ImageId, m-hk0creating00000001, 400 IncorrectImageStatus",
        "ImageId, m-hk0deprecated000001, 400 IncorrectImageStatus",
        "Tag.1.Value, without-a-key, 400 InvalidTag.Mismatch",
        "DestinationImageName, 黄金镜像.v2, 400 DryRunOperation",
        "EncryptAlgorithm, AES-256, 400 DryRunOperation",
    })
    void a_copy_is_refused_as_documented(String parameter, String value, String outcome) {
        assertThat(copy("DryRun", "true", parameter, value).outcome()).isEqualTo(outcome);
    }

    @Test
    void an_algorithm_needs_encryption() {
        assertThat(cloud.ecs(
                                cloud.owner,
                                "CopyImage",
                                "ImageId",
                                "m-hk0plain00000000001",
                                "EncryptAlgorithm",
                                "AES-256")
                        .outcome())
                .isEqualTo("400 InvalidEncrypted.NotMatchEncryptAlgorithm");
    }

    @ParameterizedTest
    @CsvSource({
        "key-hk0untagged00000001, 403 InvalidParameter.KMSKeyId.CMKUnauthorized",
        "key-hk0disabled00000001, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "key-hk0deletion00000001, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "key-hk0expiring00000001, 400 DryRunOperation",
    })
    void the_key_of_a_copy_must_be_usable(String key, String outcome) {
        assertThat(copy("DryRun", "true", "DestinationRegionId", SandboxOverHttp.REGION, "KMSKeyId", key)
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_copy_with_an_own_key_needs_the_role() {
        cloud.owner.ram(
                "DetachPolicyFromRole",
                "RoleName",
                "AliyunECSDiskEncryptDefaultRole",
                "PolicyName",
                "AliyunECSDiskEncryptRolePolicy",
                "PolicyType",
                "System");

        assertThat(copy("DryRun", "true").outcome()).isEqualTo("403 InvalidParameter.KMSKeyId.KMSUnauthorized");
    }

    @Test
    void a_region_takes_as_many_images_as_the_quota_says() {
        cloud.follow("{'imageSettings':{'copyMillis':0}}");
        int present = cloud.ecs(
                        cloud.owner, "DescribeImages", "RegionId", THERE, "ImageOwnerAlias", "self", "Status", ALL)
                .json()
                .at("/TotalCount")
                .asInt();
        for (int i = present; i < 100; i++) {
            copied();
        }

        assertThat(copy().outcome()).isEqualTo("403 QuotaExceed.Image");
    }

    private String copied(String... parameters) {
        RpcAnswer answer = copy(parameters);
        assertThat(answer.outcome()).isEqualTo("200");
        return answer.text("/ImageId");
    }

    private RpcAnswer copy(String... parameters) {
        List<String> all = new ArrayList<>(List.of(elsewhere(THERE)));
        all.addAll(List.of("Encrypted", "true", "KMSKeyId", KEY_THERE));
        all.addAll(List.of(parameters));
        return cloud.ecs(cloud.owner, "CopyImage", all.toArray(String[]::new));
    }

    private static String[] elsewhere(String region) {
        return new String[] {"ImageId", Cloud.IMAGE, "DestinationRegionId", region};
    }

    private RpcAnswer describe(String id, String... parameters) {
        List<String> all = new ArrayList<>(List.of("RegionId", THERE, "ImageId", id));
        all.addAll(List.of(parameters));
        return cloud.ecs(cloud.owner, "DescribeImages", all.toArray(String[]::new));
    }

    private String state(String id) {
        RpcAnswer answer = describe(id, "Status", ALL);
        return answer.text("/Images/Image/0/Status") + " " + answer.text("/Images/Image/0/Progress") + " "
                + answer.text("/Images/Image/0/IsCopied");
    }

    private String status(String id) {
        return describe(id, "Status", ALL).text("/Images/Image/0/Status");
    }

    private String outcome(String action, String id, String... parameters) {
        List<String> all = new ArrayList<>(List.of("RegionId", THERE, "ImageId", id));
        all.addAll(List.of(parameters));
        return cloud.ecs(cloud.owner, action, all.toArray(String[]::new)).outcome();
    }
}
