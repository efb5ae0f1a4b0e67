package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documented refusals and filters of the read calls of ECS, and answers that lack members; over HTTP. */
class EcsRefusalsTest {

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeImages, Architecture, sparc, 404 InvalidArchitecture",
        "DescribeImages, Architecture, x86_64, 200",
        "DescribeImages, OSType, plan9, 404 InvalidOSType",
        "DescribeImages, OSType, linux, 200",
        "DescribeImages, Usage, sometimes, 404 InvalidUsage",
        "DescribeImages, Usage, none, 200",
        "DescribeImages, InstanceType, large, 400 InvalidInstanceType.ValueNotSupported",
        "DescribeImages, InstanceType, ecs.g7.large, 200",
        "DescribeImages, Filter.1.Key, Color, 404 InvalidFilterValue",
        "DescribeImages, Status, available, 400 InvalidParamter",
        "DescribeImages, Status, 'Available,Deprecated', 200",
        "DescribeImages, ActionType, Rest, 400 InvalidParamter",
        "DescribeImages, ActionType, ChangeOS, 200",
        "DescribeImages, ImageOwnerId, me, 400 InvalidParamter",
        "DescribeImages, PageSize, 0, 400 InvalidParameter.PageSize",
        "DescribeImages, PageSize, 101, 400 InvalidParameter.PageSize",
        "DescribeImages, PageSize, ٣, 400 InvalidParameter.PageSize",
        "DescribeImages, PageSize, +5, 400 InvalidParameter.PageSize",
        "DescribeImages, PageSize, 99999999999, 400 InvalidParameter.PageSize",
        "DescribeImages, PageNumber, 0, 400 InvalidParameter.PageNumber",
        "DescribeImages, PageNumber, 2147483647, 200",
        "DescribeInstances, InstanceIds, i-1, 400 InvalidInstanceIds.Malformed",
        "DescribeInstances, InstanceIds, '[\"i-1\"]', 200",
        "DescribeSecurityGroups, SecurityGroupIds, sg-1, 400 InvalidSecurityGroupIds.Malformed",
        "DescribeSnapshots, Category, Slow, 403 InvalidSnapshotCategory.Malformed",
        "DescribeSnapshots, Category, Standard, 200",
        "DescribeSnapshots, Usage, sometimes, 404 InvalidUsage",
        "DescribeSnapshots, SourceDiskType, floppy, 404 InvalidSourceDiskType",
        "DescribeSnapshots, Status, done, 404 InvalidStatus.NotFound",
        "DescribeSnapshots, SnapshotType, rare, 404 InvalidSnapshotType.NotFound",
        "DescribeSnapshots, SnapshotLinkId, sl-none, 404 InvalidSnapshotLinkId.NotFound",
        "DescribeSnapshots, SnapshotIds, s-none, 403 InvalidSnapshotIds.Malformed",
        "DescribeDisks, DiskType, floppy, 400 InvalidDiskType.ValueNotSupported",
        "DescribeDisks, Category, tape, 400 InvalidCategory.ValueNotSupported",
        "DescribeDisks, Category, cloud_essd, 200",
        "DescribeDisks, Status, Lost, 400 InvalidStatus.ValueNotSupported",
        "DescribeDisks, DiskChargeType, Never, 404 InvalidDiskChargeType.NotFound",
        "DescribeDisks, LockReason, boredom, 404 InvalidLockReason.NotFound",
        "DescribeDisks, RegionId, cn-nowhere, 400 InvalidRegion.NotFound",
        "DescribeDisks, RegionId, '', 400 MissingParamter.RegionId",
        "DescribeDisks, ZoneId, cn-hongkong-z, 400 InvalidZoneId.NotFound",
        "DescribeDisks, DiskIds, d-1, 400 InvalidParameter.DiskIds",
        "DescribeDisks, Filter.1.Key, Color, 404 InvalidFilterValue",
        "DescribeAccountAttributes, RegionId, '', 403 Invalid.Parameter",
        "DescribeDisks, MaxResults, 501, 400 InvalidParameter.MaxResults",
        "DescribeDisks, MaxResults, 500, 200",
        "DescribeDisks, Portable, true, 200",
        "DescribeDisks, Tag.1.Key, team, 200",
        "DescribeZones, RegionId, cn-nowhere, 404 InvalidRegionId.NotFound",
        "DescribeZones, InstanceChargeType, Never, 404 InvalidInstanceChargeType.NotFound",
        "DescribeZones, SpotStrategy, Cheap, 400 InvalidSpotStrategy",
        "DescribeZones, AcceptLanguage, tlh, 404 InvalidAcceptLanguage.NotFound",
        "DescribeZones, AcceptLanguage, ja, 200",
        "DescribeRegions, AcceptLanguage, tlh, 404 InvalidAcceptLanguage.NotFound",
        "DescribeRegions, InstanceChargeType, Never, 403 Invalid.InstanceChargeType",
        "DescribeRegions, ResourceType, house, 404 InvalidResourceType.NotFound",
    })
    void a_value_that_is_not_known_is_refused(String action, String parameter, String value, String outcome) {
        assertThat(cloud.ecs(cloud.owner, action, parameter, value).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeImages, ResourceGroupId, rg-1",
        "DescribeImages, IsSupportCloudinit, false",
        "DescribeImages, IsSupportIoOptimized, false",
        "DescribeSnapshots, ResourceGroupId, rg-1",
        "DescribeSnapshots, DiskId, d-1",
        "DescribeSnapshots, InstanceId, i-1",
    })
    void a_filter_that_nothing_here_matches_is_not_ignored(String action, String parameter, String value) {
        assertThat(cloud.ecs(cloud.owner, action, parameter, value).text("/TotalCount"))
                .isEqualTo("0");
    }

    @Test
    void an_image_is_not_copied_into_a_resource_group_that_does_not_exist() {
        assertThat(cloud.ecs(cloud.owner, "CopyImage", "ImageId", "m-hk0plain00000000001", "ResourceGroupId", "rg-1")
                        .outcome())
                .isEqualTo("404 InvalidResourceGroup.NotFound");
    }

    @ParameterizedTest
    @CsvSource({
        "SystemDisk.Size, 19, 404 InvalidSystemDiskSize.LessThanImageSize",
        "SystemDisk.Size, 500, 400 DryRunOperation",
        "SystemDisk.Size, big, 400 InvalidParameter.SystemDisk.Size",
        "ImageOptions.LoginAsNonRoot, true, 400 LoginAsNonRoot.ImageNotSupport",
        "ImageOptions.LoginAsNonRoot, false, 400 DryRunOperation",
        "MinAmount, 101, 400 InvalidParameter.MinAmount",
        "Amount, 1001, 400 InvalidParameter.Amount",
        "Amount, 1000, 400 DryRunOperation",
    })
    void a_launch_is_held_to_its_limits(String parameter, String value, String outcome) {
        String[] launch = {"ImageId", "m-hk0plain00000000001", "InstanceType", "ecs.g7.large", "DryRun", "true"};
        String[] parameters = Arrays.copyOf(launch, launch.length + 2);
        parameters[launch.length] = parameter;
        parameters[launch.length + 1] = value;

        assertThat(cloud.ecs(cloud.owner, "RunInstances", parameters).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"DescribeImages", "DescribeSnapshots"})
    void more_than_twenty_tags_are_refused(String action) {
        String[] parameters = new String[42];
        for (int i = 0; i < 21; i++) {
            parameters[2 * i] = "Tag." + (i + 1) + ".Key";
            parameters[2 * i + 1] = "key-" + i;
        }

        assertThat(cloud.ecs(cloud.owner, action, parameters).outcome()).isEqualTo("400 InvalidTagCount");
    }

    @Test
    void images_are_filtered_by_whether_they_can_be_used_and_are_used() {
        String[] both = {"ImageId", Cloud.IMAGE + ",m-hk0deprecated000001", "Status", "Available,Deprecated"};
        assertThat(ids(both, "Usable", "true")).isEqualTo("[\"" + Cloud.IMAGE + "\"]");
        assertThat(ids(both, "Usable", "false")).isEqualTo("[\"m-hk0deprecated000001\"]");

        cloud.ecs(cloud.owner, "RunInstances", "ImageId", Cloud.IMAGE);
        assertThat(ids(both, "Usage", "instance")).isEqualTo("[\"" + Cloud.IMAGE + "\"]");
        assertThat(ids(both, "Usage", "none")).isEqualTo("[\"m-hk0deprecated000001\"]");
    }

    @Test
    void snapshots_are_filtered_by_category_and_time() {
        assertThat(total("DescribeSnapshots", "Category", "flash")).isZero();
        assertThat(total("DescribeSnapshots", "Category", "standard")).isPositive();
        assertThat(total("DescribeSnapshots", "SnapshotType", "auto")).isZero();
        assertThat(total(
                        "DescribeSnapshots",
                        "Filter.1.Key",
                        "CreationStartTime",
                        "Filter.1.Value",
                        "2027-01-01T00:00Z"))
                .isZero();
    }

    @Test
    void answers_can_lack_owner_and_encryption() {
        cloud.follow("{'imageSettings':{'hidesOwnerId':true,'hidesEncryption':true}}");
        RpcAnswer answer = cloud.ecs(cloud.owner, "DescribeImages", "ImageId", Cloud.IMAGE);
        assertThat(answer.text("/Images/Image/0/ImageId")).isEqualTo(Cloud.IMAGE);
        assertThat(answer.body()).doesNotContain("ImageOwnerId").doesNotContain("Encrypted");

        cloud.follow("{}");
        assertThat(cloud.ecs(cloud.owner, "DescribeImages", "ImageId", Cloud.IMAGE)
                        .body())
                .contains("\"ImageOwnerId\":1000000000000001", "\"Encrypted\":true");
    }

    @Test
    void accounts_can_be_numbers() {
        String[] parameters = {"ImageId", "m-hk0shared0000000025", "PageSize", "1"};
        assertThat(cloud.ecs(cloud.owner, "DescribeImageSharePermission", parameters)
                        .body())
                .contains("\"AliyunId\":\"2000000000000002\"");
        cloud.follow("{'imageSettings':{'numericAccountIds':true}}");

        assertThat(cloud.ecs(cloud.owner, "DescribeImageSharePermission", parameters)
                        .body())
                .contains("\"AliyunId\":2000000000000002");
    }

    @Test
    void every_region_of_the_seed_has_an_image_and_a_key_of_the_owner() {
        for (String region : new String[] {"cn-hongkong", "ap-southeast-1", "cn-beijing", "cn-shanghai"}) {
            assertThat(total("DescribeImages", "RegionId", region, "ImageName", "golden-*", "ImageOwnerAlias", "self"))
                    .as(region)
                    .isPositive();
            assertThat(cloud.owner
                            .get(SandboxOverHttp.KMS, "DescribeKey", "RegionId", region, "KeyId", "alias/images")
                            .text("/KeyMetadata/KeyState"))
                    .as(region)
                    .isEqualTo("Enabled");
        }
        assertThat(cloud.ecs(cloud.owner, "DescribeRegions").json().findValuesAsText("RegionId"))
                .contains("cn-hongkong", "ap-southeast-1", "cn-beijing", "cn-shanghai", "ap-northeast-1");
    }

    private String ids(String[] parameters, String name, String value) {
        String[] all = {parameters[0], parameters[1], parameters[2], parameters[3], name, value};
        return cloud.ecs(cloud.owner, "DescribeImages", all).json().findValuesAsText("ImageId").stream()
                .map(id -> "\"" + id + "\"")
                .toList()
                .toString();
    }

    private int total(String action, String... parameters) {
        return cloud.ecs(cloud.owner, action, parameters)
                .json()
                .at("/TotalCount")
                .asInt();
    }
}
