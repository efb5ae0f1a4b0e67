package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.kms.KmsApi;
import org.junit.jupiter.api.Test;

class LaunchTemplatesTest {

    private static final String MAY = "400 DryRunOperation";

    private final Cloud cloud = new Cloud(new EcsApi(), new KmsApi());

    @Test
    void a_template_gives_what_the_launch_does_not() throws Exception {
        String id = make("web", "InstanceType", "ecs.c7.large", "ZoneId", "cn-hongkong-z");

        assertThat(launch("LaunchTemplateId", id)).isEqualTo("404 InvalidZoneId.NotFound");
        assertThat(launch("LaunchTemplateId", id, "ZoneId", "cn-hongkong-b")).isEqualTo(MAY);
        cloud.call(
                Cloud.OWNER,
                "RunInstances",
                "LaunchTemplateName",
                "web",
                "ImageId",
                Cloud.IMAGE,
                "ZoneId",
                "cn-hongkong-b");
        assertThat(cloud.call(Cloud.OWNER, "DescribeInstances", "ImageId", Cloud.IMAGE)
                        .at("/Instances/Instance/0/InstanceType")
                        .asText())
                .isEqualTo("ecs.c7.large");
    }

    @Test
    void a_launch_takes_the_default_version_or_the_one_that_it_names() throws Exception {
        String id = make("web", "ZoneId", "cn-hongkong-b");
        JsonNode second = cloud.call(
                Cloud.OWNER, "CreateLaunchTemplateVersion", "LaunchTemplateId", id, "ZoneId", "cn-hongkong-z");

        assertThat(second.path("LaunchTemplateVersionNumber").asInt()).isEqualTo(2);
        assertThat(launch("LaunchTemplateId", id)).isEqualTo(MAY);
        assertThat(launch("LaunchTemplateId", id, "LaunchTemplateVersion", "2"))
                .isEqualTo("404 InvalidZoneId.NotFound");
        assertThat(launch("LaunchTemplateId", id, "LaunchTemplateVersion", "3"))
                .isEqualTo("404 InvalidLaunchTemplateVersion.NotFound");
    }

    @Test
    void a_template_belongs_to_one_account_and_one_region() throws Exception {
        String id = make("web", "ZoneId", "cn-hongkong-b");

        assertThat(cloud.outcome(Cloud.RECIPIENT, "RunInstances", "LaunchTemplateId", id, "ImageId", Cloud.IMAGE))
                .isEqualTo("404 InvalidLaunchTemplate.NotFound");
        assertThat(launch("LaunchTemplateName", "other")).isEqualTo("404 InvalidLaunchTemplate.NotFound");
        assertThat(launch("LaunchTemplateVersion", "1")).isEqualTo("400 MissingParameter");
        assertThat(cloud.outcome(Cloud.OWNER, "CreateLaunchTemplate", "LaunchTemplateName", "web"))
                .isEqualTo("403 LaunchTemplateName.Duplicated");
    }

    @Test
    void templates_are_listed_and_deleted() throws Exception {
        String id = make("web", "ZoneId", "cn-hongkong-b");
        make("batch");

        JsonNode listed = cloud.call(Cloud.OWNER, "DescribeLaunchTemplates", "LaunchTemplateName.1", "web");
        assertThat(listed.path("TotalCount").asInt()).isEqualTo(1);
        assertThat(listed.at("/LaunchTemplateSets/LaunchTemplateSet/0/LaunchTemplateId")
                        .asText())
                .isEqualTo(id);
        cloud.call(Cloud.OWNER, "DeleteLaunchTemplate", "LaunchTemplateId", id);
        assertThat(launch("LaunchTemplateId", id)).isEqualTo("404 InvalidLaunchTemplate.NotFound");
    }

    @Test
    void a_launch_with_the_token_of_an_earlier_one_makes_nothing_new() throws Exception {
        JsonNode first = run("ClientToken", "one", "Amount", "2");

        assertThat(run("ClientToken", "one", "Amount", "2").at("/InstanceIdSets"))
                .isEqualTo(first.at("/InstanceIdSets"));
        assertThat(launch("ClientToken", "one", "Amount", "3")).isEqualTo("400 IdempotenceParamNotMatch");
        assertThat(run("ClientToken", "two").at("/InstanceIdSets")).isNotEqualTo(first.at("/InstanceIdSets"));
        assertThat(cloud.call(Cloud.OWNER, "DescribeInstances", "ImageId", Cloud.IMAGE)
                        .path("TotalCount")
                        .asInt())
                .isEqualTo(3);
    }

    private String make(String name, String... parameters) throws Exception {
        return cloud.call(Cloud.OWNER, "CreateLaunchTemplate", with(parameters, "LaunchTemplateName", name))
                .path("LaunchTemplateId")
                .asText();
    }

    private JsonNode run(String... parameters) throws Exception {
        return cloud.call(Cloud.OWNER, "RunInstances", with(parameters, "ImageId", Cloud.IMAGE));
    }

    private String launch(String... parameters) {
        return cloud.outcome(Cloud.OWNER, "RunInstances", with(parameters, "ImageId", Cloud.IMAGE, "DryRun", "true"));
    }

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
