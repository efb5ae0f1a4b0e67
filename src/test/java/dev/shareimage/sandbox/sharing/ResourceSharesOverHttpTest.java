package dev.shareimage.sandbox.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of Resource Sharing as documented. */
class ResourceSharesOverHttpTest {

    private static final String IMAGE = "m-hk0plain00000000001";
    private static final String ARN = "acs:ecs:cn-hongkong:1000000000000001:image/" + IMAGE;
    private static final String GONE = "409 ResourceShareStatusMismatchAction";

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void a_deleted_share_stays_listed_and_cannot_be_used() {
        String id = create("one", "Targets.1", "fd-japan00001");
        cloud.pass(Duration.ofSeconds(1));
        assertThat(cloud.launch(cloud.recipient, IMAGE)).isEqualTo("400 DryRunOperation");
        assertThat(outcome("DeleteResourceShare", "ResourceShareId", id)).isEqualTo("200");

        assertThat(cloud.launch(cloud.recipient, IMAGE)).isEqualTo("404 InvalidImageId.NotFound");
        assertThat(list().at("/ResourceShares/0/ResourceShareStatus").asText()).isEqualTo("Deleted");
        assertThat(list("ResourceShareStatus", "Active").get("ResourceShares")).isEmpty();
        assertThat(call("ListResourceShareAssociations", "AssociationType", "Target")
                        .findValuesAsText("AssociationStatus"))
                .containsExactly("Disassociated");
        assertThat(outcome("DeleteResourceShare", "ResourceShareId", id)).isEqualTo(GONE);
        assertThat(outcome("AssociateResourceShare", "ResourceShareId", id, "Targets.1", "fd-china00001"))
                .isEqualTo(GONE);
        assertThat(outcome("DisassociateResourceShare", "ResourceShareId", id, "Targets.1", "fd-japan00001"))
                .isEqualTo(GONE);
        assertThat(outcome("UpdateResourceShare", "ResourceShareId", id, "ResourceShareName", "two"))
                .isEqualTo(GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "TargetProperties.1.TargetId, 2000000000000002, 400 InvalidParameter.TargetProperties",
        "TargetProperties.1.Property, all, 400 InvalidParameter.TargetProperties",
        "ResourceProperties.1.Property, '{}', 400 InvalidParameter",
        "ResourceArns.1, acs:ecs:cn-beijing:1000000000000001:image/m-hk0plain00000000001, 400 InvalidParameter.Resources",
        "ResourceArns.1, acs:ecs:cn-hongkong:2000000000000002:image/m-hk0plain00000000001, 400 InvalidParameter.Resources",
        "ResourceArns.1, acs:ecs:cn-hongkong:1000000000000001:image/m-hk0plain00000000001, 200",
        "Targets.1, ../../etc, 400 InvalidParameter.Targets",
    })
    void what_an_image_cannot_have_is_refused(String parameter, String value, String outcome) {
        String id = create("one");

        assertThat(outcome("CreateResourceShare", "ResourceShareName", "two", parameter, value))
                .isEqualTo(outcome);
        assertThat(outcome("AssociateResourceShare", "ResourceShareId", id, parameter, value))
                .isEqualTo(outcome);
    }

    @Test
    void a_malformed_resource_a_target_or_an_owner_is_refused() {
        String id = create("one");

        assertThat(outcome(
                        "AssociateResourceShare",
                        "ResourceShareId",
                        id,
                        "Resources.1.ResourceType",
                        "Image",
                        "Resources.1.ResourceId",
                        "m 1"))
                .isEqualTo("400 InvalidParameter.Resources");
        assertThat(outcome("DisassociateResourceShare", "ResourceShareId", id, "Targets.1", "nobody"))
                .isEqualTo("400 InvalidParameter.Targets");
        assertThat(outcome("DisassociateResourceShare", "ResourceShareId", id, "ResourceOwner", "Nobody"))
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void tags_and_the_resource_group_are_kept_and_filtered_by() {
        String[] tags = {"Tag.1.Key", "team", "Tag.1.Value", "base", "Tag.2.Key", "stage", "Tag.2.Value", "live"};
        create("tagged", with(tags, "ResourceGroupId", "rg-images"));
        create("plain");

        JsonNode tagged = list("ResourceShareName", "tagged").at("/ResourceShares/0");
        assertThat(tagged.get("Tags"))
                .hasToString("[{\"Key\":\"team\",\"Value\":\"base\"},{\"Key\":\"stage\",\"Value\":\"live\"}]");
        assertThat(tagged.get("ResourceGroupId").asText()).isEqualTo("rg-images");
        assertThat(list("ResourceShareName", "plain").at("/ResourceShares/0/Tags"))
                .isEmpty();
        assertThat(names(tags)).containsExactly("tagged");
        assertThat(names("Tag.1.Key", "team")).containsExactly("tagged");
        assertThat(names("Tag.1.Key", "team", "Tag.1.Value", "other")).isEmpty();
        assertThat(names("Tag.1.Key", "team", "Tag.2.Key", "other")).isEmpty();
        assertThat(names("ResourceGroupId", "rg-images")).containsExactly("tagged");
        assertThat(names("ResourceGroupId", "rg-other")).isEmpty();
    }

    @Test
    void a_permission_can_be_put_on_a_share_and_filtered_by() {
        String id = create("images");
        String permission = "AliyunRSDefaultPermissionImage";

        assertThat(outcome("AssociateResourceSharePermission", "ResourceShareId", id, "PermissionName", permission))
                .isEqualTo("200");
        assertThat(names("PermissionName", permission)).containsExactly("images");
        assertThat(names("PermissionName", "AliyunRSDefaultPermissionVSwitch")).isEmpty();
        assertThat(outcome("AssociateResourceSharePermission", "ResourceShareId", id))
                .isEqualTo("400 MissingParameter.PermissionName");
        assertThat(outcome("AssociateResourceSharePermission", "PermissionName", permission))
                .isEqualTo("400 MissingParameter.ResourceShareId");
        assertThat(outcome("AssociateResourceSharePermission", "ResourceShareId", id, "PermissionName", "Everything"))
                .isEqualTo("404 EntityNotExists.Permission");
        assertThat(outcome(
                        "AssociateResourceSharePermission",
                        "ResourceShareId",
                        id,
                        "PermissionName",
                        permission,
                        "Replace",
                        "maybe"))
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void permissions_have_their_times_and_come_in_parts() {
        assertThat(call("ListPermissions", "ResourceType", "Image").get("Permissions"))
                .hasToString("[{\"PermissionName\":\"AliyunRSDefaultPermissionImage\",\"PermissionVersion\":\"v1\","
                        + "\"ResourceType\":\"Image\",\"DefaultPermission\":true,\"DefaultVersion\":true,"
                        + "\"CreateTime\":\"2020-12-07T07:39:01.818Z\",\"UpdateTime\":\"2020-12-07T07:39:01.818Z\"}]");
        JsonNode first = call("ListPermissions", "MaxResults", "2");
        JsonNode second = call(
                "ListPermissions",
                "MaxResults",
                "2",
                "NextToken",
                first.get("NextToken").asText());
        assertThat(first.get("Permissions")).hasSize(2);
        assertThat(second.get("Permissions")).hasSize(1);
        assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void nobody_is_invited() {
        JsonNode answer = call("ListResourceShareInvitations");

        assertThat(answer.get("ResourceShareInvitations")).isEmpty();
        assertThat(answer.has("NextToken")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AcceptResourceShareInvitation", "RejectResourceShareInvitation"})
    void no_invitation_can_be_answered(String action) {
        assertThat(outcome(action, "ResourceShareInvitationId", "i-a"))
                .isEqualTo("409 EntityNotExists.ResourceShareInvitation");
    }

    @Test
    void lists_are_narrowed_by_arn_and_type() {
        create("one", "Targets.1", "fd-japan00001");
        create("two", "Targets.1", "fd-china00001", "Resources.1.ResourceId", "m-hk0plain00000000002");
        cloud.pass(Duration.ofSeconds(1));

        assertThat(call("ListResourceShareAssociations", "AssociationType", "Resource", "ResourceArn", ARN)
                        .findValuesAsText("ResourceShareName"))
                .containsExactly("one");
        assertThat(call("ListSharedResources", "ResourceOwner", "Self", "ResourceArns.1", ARN)
                        .findValuesAsText("ResourceId"))
                .containsExactly(IMAGE);
        assertThat(call("ListSharedTargets", "ResourceOwner", "Self", "ResourceArn", ARN)
                        .findValuesAsText("TargetId"))
                .containsExactly("fd-japan00001");
        assertThat(call("ListSharedTargets", "ResourceOwner", "Self", "ResourceType", "VSwitch")
                        .get("SharedTargets"))
                .isEmpty();
    }

    @Test
    void a_failure_names_the_other_side() {
        cloud.follow("{'settings':{'associations':[{'of':'Resource','failure':'UnsupportedOperation'}]}}");
        create("one", "Targets.1", "fd-japan00001", "Targets.2", "2000000000000012");
        cloud.pass(Duration.ofSeconds(1));

        JsonNode details = call("ListResourceShareAssociations", "AssociationType", "Resource")
                .at("/ResourceShareAssociations/0/AssociationFailedDetails");
        assertThat(details.findValuesAsText("EntityId")).containsExactly("fd-japan00001", "2000000000000012");
        assertThat(details.findValuesAsText("EntityType")).containsExactly("Folder", "Account");
        assertThat(details.findValuesAsText("OperationType")).containsExactly("Associate", "Associate");
    }

    @ParameterizedTest
    @CsvSource({
        "ListResourceShares,            ResourceShareName,   'my images',        InvalidParameter.ResourceShareName",
        "ListResourceShares,            ResourceShareIds.1,  share-1,            InvalidParameter.ResourceShareIds",
        "ListResourceShares,            ResourceShareStatus, Gone,               InvalidParameter.ResourceShareStatus",
        "ListResourceShares,            MaxResults,          101,                InvalidParameter.MaxResults",
        "ListResourceShares,            NextToken,           x,                  InvalidParameter.NextToken",
        "ListSharedResources,           ResourceType,        Bucket,             InvalidParameter.ResourceType",
        "ListSharedResources,           ResourceIds.1,       a b,                InvalidParameter.ResourceIds",
        "ListSharedResources,           Target,              everybody,          InvalidParameter.Target",
        "ListSharedTargets,             ResourceType,        Bucket,             InvalidParameter.ResourceType",
        "ListSharedTargets,             Targets.1,           everybody,          InvalidParameter.Targets",
        "ListSharedTargets,             ResourceId,          a b,                InvalidParameter.ResourceId",
        "ListPermissions,               ResourceType,        Bucket,             InvalidParameter.ResourceType",
        "ListPermissions,               MaxResults,          0,                  InvalidParameter.MaxResults",
        "ListResourceShareAssociations, Target,              everybody,          InvalidParameter.Target",
        "ListResourceShareInvitations,  MaxResults,          101,                InvalidParameter.MaxResults",
        "ListResourceShareInvitations,  ResourceShareIds.1,  x,                  InvalidParameter.ResourceShareIds",
        "ListResourceShareInvitations,  ResourceShareInvitationIds.1, x, "
                + "InvalidParameter.ResourceShareInvitationIds",
        "AcceptResourceShareInvitation, ResourceShareInvitationId, x, InvalidParameter.ResourceShareInvitationId",
        "RejectResourceShareInvitation, ResourceShareInvitationId, x, InvalidParameter.ResourceShareInvitationId",
        "CreateResourceShare,           ResourceShareName,   画像,               InvalidParameter.ResourceShareName",
        "CreateResourceShare,           AllowExternalTargets, maybe,             InvalidParameter",
        "CreateResourceShare,           Targets.2,           fd-japan00001,      InvalidParameter",
    })
    void lists_and_writes_refuse_what_is_malformed(String action, String parameter, String value, String code) {
        List<String> parameters = new ArrayList<>();
        if (action.equals("ListResourceShareAssociations")) {
            parameters.addAll(List.of("AssociationType", "Target"));
        } else if (List.of("ListResourceShares", "ListSharedResources", "ListSharedTargets")
                .contains(action)) {
            parameters.addAll(List.of("ResourceOwner", "Self"));
        } else if (action.equals("CreateResourceShare") && !parameter.equals("ResourceShareName")) {
            parameters.addAll(List.of("ResourceShareName", "images"));
        }
        parameters.addAll(List.of(parameter, value));

        assertThat(outcome(action, parameters.toArray(String[]::new))).isEqualTo("400 " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateResourceShare", "UpdateResourceShare", "ListResourceShares"})
    void names_have_50_characters_at_most(String action) {
        String id = create("images");
        String[] parameters = {"ResourceShareName", "a".repeat(51), "ResourceShareId", id, "ResourceOwner", "Self"};
        List<String> known = action.startsWith("Create")
                ? List.of(parameters).subList(0, 2)
                : action.startsWith("Update")
                        ? List.of(parameters).subList(0, 4)
                        : List.of(parameters[0], parameters[1], parameters[4], parameters[5]);

        assertThat(outcome(action, known.toArray(String[]::new)))
                .isEqualTo("400 InvalidParameter.ResourceShareName.Length");
    }

    @Test
    void permissions_of_a_new_share_are_named_once() {
        String permission = "AliyunRSDefaultPermissionImage";
        assertThat(outcome(
                        "CreateResourceShare",
                        "ResourceShareName",
                        "images",
                        "PermissionNames.1",
                        permission,
                        "PermissionNames.2",
                        permission))
                .isEqualTo("400 InvalidParameter.PermissionNames.Duplicate");
    }

    private String create(String name, String... parameters) {
        List<String> all = new ArrayList<>(List.of("ResourceShareName", name, "Resources.1.ResourceType", "Image"));
        if (!List.of(parameters).contains("Resources.1.ResourceId")) {
            all.addAll(List.of("Resources.1.ResourceId", IMAGE));
        }
        return call("CreateResourceShare", with(all.toArray(String[]::new), parameters))
                .at("/ResourceShare/ResourceShareId")
                .asText();
    }

    private List<String> names(String... parameters) {
        return list(parameters).findValuesAsText("ResourceShareName");
    }

    private JsonNode list(String... parameters) {
        return call("ListResourceShares", with(new String[] {"ResourceOwner", "Self"}, parameters));
    }

    private JsonNode call(String action, String... parameters) {
        RpcAnswer answer = cloud.sharing(cloud.owner, action, parameters);
        assertThat(answer.outcome()).isEqualTo("200");
        return answer.json();
    }

    private String outcome(String action, String... parameters) {
        return cloud.sharing(cloud.owner, action, parameters).outcome();
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
