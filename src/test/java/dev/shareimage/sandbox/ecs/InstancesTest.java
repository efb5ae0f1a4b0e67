package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.wire.ApiError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calls of an image builder: an instance, an image of it, and a share of the image. */
class InstancesTest {

    private final Cloud cloud = new Cloud(new EcsApi());

    @Test
    void an_image_made_of_an_encrypted_instance_keeps_the_key() throws ApiError {
        String image = cloud.call(Cloud.OWNER, "CreateImage", "InstanceId", create(), "ImageName", "built")
                .get("ImageId")
                .asText();
        assertThat(cloud.outcome(
                        Cloud.OWNER, "ModifyImageSharePermission", "ImageId", image, "AddAccount.1", Cloud.RECIPIENT))
                .isEqualTo("403 AssumeRoleError");
        cloud.giveRole(Cloud.trust(Cloud.RECIPIENT));

        assertThat(cloud.outcome(
                        Cloud.OWNER, "ModifyImageSharePermission", "ImageId", image, "AddAccount.1", Cloud.RECIPIENT))
                .isEqualTo("done");
        assertThat(cloud.outcome(Cloud.OWNER, "CreateImage", "InstanceId", create(), "ImageName", "built"))
                .isEqualTo("400 InvalidImageName.Duplicated");
    }

    @Test
    void an_image_made_with_the_service_key_cannot_be_shared() throws ApiError {
        String instance = create("SystemDisk.Encrypted", "true");
        String image = cloud.call(Cloud.OWNER, "CreateImage", "InstanceId", instance)
                .get("ImageId")
                .asText();

        assertThat(cloud.outcome(
                        Cloud.OWNER, "ModifyImageSharePermission", "ImageId", image, "AddAccount.1", Cloud.RECIPIENT))
                .isEqualTo("403 InvalidOperation.ServiceKeyEncryptedImageUnsupported");
    }

    @Test
    void an_instance_starts_stops_and_goes() throws ApiError {
        String instance = create();
        assertThat(change("StopInstance", instance)).isEqualTo("403 IncorrectInstanceStatus");
        assertThat(change("StartInstance", instance)).isEqualTo("done");
        assertThat(change("StartInstance", instance)).isEqualTo("403 IncorrectInstanceStatus");
        assertThat(change("DeleteInstance", instance)).isEqualTo("403 IncorrectInstanceStatus");
        assertThat(change("StopInstance", instance)).isEqualTo("done");
        assertThat(change("DeleteInstance", instance)).isEqualTo("done");
        assertThat(change("StartInstance", instance)).isEqualTo("404 InvalidInstanceId.NotFound");
    }

    @Test
    void all_instances_are_found_by_tokens_and_by_filters() throws ApiError {
        for (int i = 0; i < 12; i++) {
            create("InstanceName", "builder-" + i, "ZoneId", "cn-hongkong-b");
        }

        ObjectNode first = cloud.call(Cloud.OWNER, "DescribeInstances", "MaxResults", "10");
        ObjectNode rest = cloud.call(
                Cloud.OWNER,
                "DescribeInstances",
                "NextToken",
                first.get("NextToken").asText());

        List<String> ids = new ArrayList<>(first.findValuesAsText("InstanceId"));
        ids.addAll(rest.findValuesAsText("InstanceId"));
        assertThat(ids).hasSize(12).doesNotHaveDuplicates();
        assertThat(rest.has("NextToken")).isFalse();
        assertThat(count("InstanceName", "builder-1*")).isEqualTo(3);
        assertThat(count("ZoneId", "cn-hongkong-b")).isEqualTo(12);
        assertThat(count("ZoneId", "cn-hongkong-c")).isZero();
    }

    private int count(String parameter, String value) throws ApiError {
        return cloud.call(Cloud.OWNER, "DescribeInstances", parameter, value)
                .get("TotalCount")
                .asInt();
    }

    @Test
    void a_snapshot_goes_after_its_image() throws ApiError {
        String snapshot = "s-hk0plain00000000001";
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteSnapshot", "SnapshotId", snapshot))
                .isEqualTo("403 SnapshotCreatedImage");
        cloud.call(Cloud.OWNER, "DeleteImage", "ImageId", "m-hk0plain00000000001");
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteSnapshot", "SnapshotId", snapshot))
                .isEqualTo("done");
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteSnapshot", "SnapshotId", snapshot))
                .isEqualTo("404 InvalidSnapshotId.NotFound");
    }

    @Test
    void snapshots_are_found_by_id_and_tell_their_key_to_their_owner_alone() throws ApiError {
        String ids = "[\"s-hk0cmk0000000000001\",\"s-none\"]";

        assertThat(cloud.call(Cloud.OWNER, "DescribeSnapshots", "SnapshotIds", ids)
                        .findValuesAsText("KMSKeyId"))
                .containsExactly("key-hk0cmk0000000000001");
        assertThat(cloud.call(Cloud.RECIPIENT, "DescribeSnapshots", "SnapshotIds", ids)
                        .get("TotalCount")
                        .asInt())
                .isZero();
        assertThat(cloud.outcome(Cloud.OWNER, "DescribeSnapshots", "SnapshotIds", "s-hk0cmk0000000000001"))
                .isEqualTo("403 InvalidSnapshotIds.Malformed");
        assertThat(cloud.outcome(
                        Cloud.OWNER,
                        "DescribeSnapshots",
                        "SnapshotIds",
                        "[" + "\"s\",".repeat(100).replace("s", "s%d").formatted(numbers(100)) + "\"t\"]"))
                .isEqualTo("403 InvalidSnapshotIds.Malformed");
    }

    @Test
    void a_security_group_is_made_opened_and_deleted() throws ApiError {
        String group = cloud.call(Cloud.OWNER, "CreateSecurityGroup", "SecurityGroupName", "temporary")
                .get("SecurityGroupId")
                .asText();
        assertThat(cloud.call(Cloud.OWNER, "DescribeSecurityGroups").findValuesAsText("SecurityGroupName"))
                .containsExactly("default", "temporary");
        assertThat(cloud.outcome(Cloud.OWNER, "AuthorizeSecurityGroup", "SecurityGroupId", group))
                .isEqualTo("done");
        assertThat(cloud.outcome(Cloud.STRANGER, "DeleteSecurityGroup", "SecurityGroupId", group))
                .isEqualTo("404 InvalidSecurityGroupId.NotFound");
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteSecurityGroup", "SecurityGroupId", group))
                .isEqualTo("done");
    }

    private static Object[] numbers(int count) {
        Object[] numbers = new Object[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private String create(String... parameters) throws ApiError {
        String[] all = new String[parameters.length + 2];
        System.arraycopy(parameters, 0, all, 2, parameters.length);
        all[0] = "ImageId";
        all[1] = Cloud.IMAGE;
        return cloud.call(Cloud.OWNER, "CreateInstance", all).get("InstanceId").asText();
    }

    private String change(String name, String instance) {
        return cloud.outcome(Cloud.OWNER, name, "InstanceId", instance);
    }
}
