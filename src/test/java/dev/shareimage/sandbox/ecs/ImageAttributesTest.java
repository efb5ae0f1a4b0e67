package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, families, deprecation and tags of images, over HTTP. */
class ImageAttributesTest {

    private static final String PLAIN = "m-hk0plain00000000001";
    private static final String OTHER = "m-hk0plain00000000002";
    private static final String DEPRECATED = "m-hk0deprecated000001";

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void name_description_and_family_change_and_stay_when_they_are_not_given() {
        assertThat(modify(PLAIN, "ImageName", "renamed", "Description", "as new", "ImageFamily", "fresh"))
                .isEqualTo("200");
        assertThat(modify(PLAIN, "ImageName", "", "ImageFamily", "")).isEqualTo("200");

        RpcAnswer answer = cloud.ecs(cloud.owner, "DescribeImages", "ImageId", PLAIN);
        assertThat(answer.text("/Images/Image/0/ImageName")).isEqualTo("renamed");
        assertThat(answer.text("/Images/Image/0/Description")).isEqualTo("as new");
        assertThat(answer.text("/Images/Image/0/ImageFamily")).isEqualTo("fresh");
    }

    @Test
    void an_image_is_deprecated_and_restored() {
        assertThat(modify(PLAIN, "Status", "Available")).isEqualTo("403 ImageStatus.NotDeprecated");
        assertThat(modify(PLAIN, "Status", "Deprecated", "DryRun", "true")).isEqualTo("400 DryRunOperation");
        assertThat(modify(PLAIN, "Status", "Deprecated")).isEqualTo("200");
        assertThat(modify(PLAIN, "Status", "Deprecated")).isEqualTo("403 ImageStatus.NotAvailable");
        assertThat(ids(cloud.owner, "ImageId", PLAIN)).isEmpty();
        assertThat(ids(cloud.owner, "ImageId", PLAIN, "Status", "Deprecated")).containsExactly(PLAIN);
        assertThat(share(PLAIN)).isEqualTo("403 OperationDenied.InvalidImageStatus");
        assertThat(run("ImageId", PLAIN))
                .as("a deprecated image still launches")
                .isEqualTo("400 DryRunOperation");
        assertThat(modify(PLAIN, "Status", "Available")).isEqualTo("200");
        assertThat(ids(cloud.owner, "ImageId", PLAIN)).containsExactly(PLAIN);
        assertThat(share(PLAIN)).isEqualTo("200");
        assertThat(modify(PLAIN, "Status", "Deprecated")).isEqualTo("403 ImageUseShared");
        assertThat(modify(PLAIN, "Status", "Deleted")).isEqualTo("400 InvalidParameter.Status");
    }

    @Test
    void an_image_in_a_resource_share_cannot_be_deprecated() {
        cloud.sharing(
                cloud.owner,
                "CreateResourceShare",
                "ResourceShareName",
                "images",
                "Resources.1.ResourceId",
                PLAIN,
                "Resources.1.ResourceType",
                "Image",
                "Targets.1",
                "fd-japan00001");

        assertThat(modify(PLAIN, "Status", "Deprecated")).isEqualTo("403 ImageUseShared");
    }

    @ParameterizedTest
    @CsvSource({
        "ImageName, 1st, 400 InvalidImageName.Malformed",
        "ImageName, golden-image, 400 InvalidImageName.Duplicated",
        "Description, http://somewhere, 400 InvalidDescription.Malformed",
        "ImageFamily, acs:1000000000000001:golden, 400 InvalidImageFamily.Malformed",
        "ImageId, m-none, 404 InvalidImageId.NotFound",
        "ImageId, m-hk0partner000000001, 404 InvalidImageId.NotFound",
        "ImageId, m-hk0creating00000001, 403 InvalidStatus.ImageIsCreating",
    })
    void a_change_is_refused_as_documented(String parameter, String value, String outcome) {
        assertThat(modify(PLAIN, parameter, value)).isEqualTo(outcome);
    }

    @Test
    void a_family_is_filtered_by_and_its_newest_available_image_is_its_latest() {
        modify(PLAIN, "ImageFamily", "plain");
        modify(OTHER, "ImageFamily", "plain");

        assertThat(ids(cloud.owner, "ImageFamily", "plain")).containsExactly(PLAIN, OTHER);
        assertThat(latest(cloud.owner, "plain")).isEqualTo(OTHER);
        assertThat(run("ImageFamily", "plain")).isEqualTo("400 DryRunOperation");
        modify(OTHER, "Status", "Deprecated");
        assertThat(latest(cloud.owner, "plain")).isEqualTo(PLAIN);
        modify(PLAIN, "Status", "Deprecated");
        assertThat(latest(cloud.owner, "plain")).isEmpty();
        assertThat(run("ImageFamily", "plain")).isEqualTo("403 InvalidImageFamily.MissingAvailableImage");
        assertThat(run("ImageFamily", "plain", "ImageId", PLAIN))
                .isEqualTo("400 UnexpectedImageFamily.ImageIdSupplied");
    }

    @Test
    void every_region_has_its_own_latest_image_of_a_family() {
        assertThat(latest(cloud.owner, "golden")).isEqualTo(Cloud.IMAGE);
        assertThat(latest(cloud.owner, "golden", "RegionId", "ap-southeast-1")).isEqualTo("m-sg0cmk0000000000001");
        assertThat(latest(cloud.owner, "golden", "RegionId", "cn-beijing")).isEqualTo("m-bj0cmk0000000000001");
        assertThat(latest(cloud.owner, "golden", "RegionId", "cn-shanghai")).isEqualTo("m-sh0cmk0000000000001");
    }

    @Test
    void recipients_write_the_owner_before_the_family() {
        modify(PLAIN, "ImageFamily", "plain");
        modify(OTHER, "ImageFamily", "plain");
        String family = "acs:" + Cloud.OWNER + ":plain";
        assertThat(latest(cloud.recipient, family)).isEmpty();
        share(PLAIN);

        assertThat(latest(cloud.recipient, family)).as("of what it may use").isEqualTo(PLAIN);
        assertThat(latest(cloud.recipient, "plain")).isEmpty();
        assertThat(ids(cloud.recipient, "ImageFamily", family)).containsExactly(PLAIN);
        assertThat(cloud.ecs(cloud.recipient, "DescribeImages", "ImageId", PLAIN)
                        .text("/Images/Image/0/ImageFamily"))
                .isEqualTo(family);
    }

    @Test
    void tags_are_set_listed_filtered_by_and_taken_off() {
        assertThat(tag("TagResources", PLAIN, "Tag.1.Key", "role", "Tag.1.Value", "base", "Tag.2.Key", "env"))
                .isEqualTo("200");
        assertThat(tag("TagResources", PLAIN, "Tag.1.Key", "role", "Tag.1.Value", "web"))
                .isEqualTo("200");
        assertThat(ids(cloud.owner, "Tag.1.Key", "role", "Tag.1.Value", "web", "Tag.2.Key", "env"))
                .containsExactly("m-hk0cmk0000000000002", PLAIN);
        assertThat(ids(cloud.owner, "Tag.1.Key", "role", "Tag.1.Value", "base")).isEmpty();
        assertThat(listTags("ResourceId.1", PLAIN)).isEqualTo("""
                [{"ResourceType":"image","ResourceId":"m-hk0plain00000000001","TagKey":"env","TagValue":""},\
                {"ResourceType":"image","ResourceId":"m-hk0plain00000000001","TagKey":"role","TagValue":"web"}]""");
        assertThat(listTags("Tag.1.Key", "role", "Tag.1.Value", "batch")).contains("m-hk0cmk0000000000003");

        assertThat(tag("UntagResources", PLAIN, "TagKey.1", "env")).isEqualTo("200");
        assertThat(listTags("ResourceId.1", PLAIN)).doesNotContain("env");
        assertThat(tag("UntagResources", PLAIN, "All", "true")).isEqualTo("200");
        assertThat(listTags("ResourceId.1", PLAIN)).isEqualTo("[]");
    }

    @Test
    void tags_of_the_owner_are_hidden_from_recipients() {
        tag("TagResources", PLAIN, "Tag.1.Key", "role", "Tag.1.Value", "base");
        share(PLAIN);

        assertThat(ids(cloud.recipient, "Tag.1.Key", "role")).isEmpty();
        assertThat(cloud.ecs(cloud.recipient, "DescribeImages", "ImageId", PLAIN)
                        .json()
                        .at("/Images/Image/0/Tags/Tag"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceType, house, 404 InvalidResourceType.NotFound",
        "ResourceId.1, m-none, 404 InvalidResourceId.NotFound",
        "ResourceId.1, m-hk0partner000000001, 404 InvalidResourceId.NotFound",
        "Tag.1.Key, acs:mine, 400 InvalidTagKey.Malformed",
        "Tag.1.Value, http://somewhere, 400 InvalidTagValue.Malformed",
        "Tag.2.Key, role, 400 Duplicate.TagKey",
        "Tag.21.Key, one-too-many, 400 InvalidTagCount",
    })
    void tagging_is_refused_as_documented(String parameter, String value, String outcome) {
        List<String> parameters =
                new ArrayList<>(List.of("Tag.1.Key", "role", "Tag.1.Value", "base", parameter, value));
        for (int i = 2; parameter.startsWith("Tag.21") && i <= 20; i++) {
            parameters.addAll(List.of("Tag." + i + ".Key", "key-" + i));
        }

        assertThat(tag("TagResources", PLAIN, parameters.toArray(String[]::new)))
                .isEqualTo(outcome);
    }

    @Test
    void a_resource_has_twenty_tags_at_most() {
        for (int i = 0; i < 20; i++) {
            tag("TagResources", PLAIN, "Tag.1.Key", "key-" + i);
        }

        assertThat(tag("TagResources", PLAIN, "Tag.1.Key", "one-too-many"))
                .isEqualTo("400 QuotaExceed.TagsPerResource");
        assertThat(tag("TagResources", PLAIN, "Tag.1.Key", "key-3", "Tag.1.Value", "again"))
                .isEqualTo("200");
    }

    @Test
    void a_user_without_the_permission_changes_nothing() {
        RpcClient viewer = cloud.user("Viewer00001", "Viewer0000001");

        assertThat(cloud.ecs(viewer, "ModifyImageAttribute", "ImageId", PLAIN, "Status", "Deprecated")
                        .outcome())
                .isEqualTo("403 Forbidden.RAM");
        assertThat(cloud.ecs(
                                viewer,
                                "TagResources",
                                "ResourceType",
                                "image",
                                "ResourceId.1",
                                PLAIN,
                                "Tag.1.Key",
                                "role")
                        .outcome())
                .isEqualTo("403 Forbidden.RAM");
        assertThat(ids(cloud.owner, "ImageId", PLAIN)).containsExactly(PLAIN);
    }

    @Test
    void a_deprecated_image_cannot_be_restored_by_others() {
        assertThat(cloud.ecs(cloud.recipient, "ModifyImageAttribute", "ImageId", DEPRECATED, "Status", "Available")
                        .outcome())
                .isEqualTo("404 InvalidImageId.NotFound");
    }

    private String modify(String id, String... parameters) {
        return cloud.ecs(cloud.owner, "ModifyImageAttribute", with(parameters, "ImageId", id))
                .outcome();
    }

    private String share(String id) {
        return cloud.ecs(cloud.owner, "ModifyImageSharePermission", "ImageId", id, "AddAccount.1", Cloud.RECIPIENT)
                .outcome();
    }

    private String run(String... parameters) {
        return cloud.ecs(cloud.owner, "RunInstances", with(parameters, "DryRun", "true"))
                .outcome();
    }

    private String latest(RpcClient client, String family, String... parameters) {
        return cloud.ecs(client, "DescribeImageFromFamily", with(parameters, "ImageFamily", family))
                .text("/Image/ImageId");
    }

    private List<String> ids(RpcClient client, String... parameters) {
        return cloud.ecs(client, "DescribeImages", parameters).json().findValuesAsText("ImageId");
    }

    private String tag(String action, String id, String... parameters) {
        return cloud.ecs(cloud.owner, action, with(parameters, "ResourceType", "image", "ResourceId.1", id))
                .outcome();
    }

    private String listTags(String... parameters) {
        return cloud.ecs(cloud.owner, "ListTagResources", with(parameters, "ResourceType", "image"))
                .json()
                .at("/TagResources/TagResource")
                .toString();
    }

    /** The given parameters and the default ones. */
    private static String[] with(String[] parameters, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(parameters));
        return all.toArray(String[]::new);
    }
}
