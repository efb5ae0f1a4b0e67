package dev.shareimage.sandbox.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Hints;
import dev.shareimage.sandbox.world.Directory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceSharingApiTest {

    private final Cloud cloud = new Cloud(new ResourceSharingApi());

    @Test
    void a_share_is_made_and_associated_in_its_own_time() throws ApiError {
        String id = create("Targets.1", "rd-sbx001");
        assertThat(associations("Target").toPrettyString()).isEqualTo("""
                        {
                          "ResourceShareAssociations" : [ {
                            "ResourceShareId" : "%s",
                            "ResourceShareName" : "images",
                            "AssociationType" : "Target",
                            "AssociationStatus" : "Associating",
                            "EntityId" : "rd-sbx001",
                            "EntityType" : "ResourceDirectory",
                            "CreateTime" : "2026-11-23T12:00:00.000Z",
                            "UpdateTime" : "2026-11-23T12:00:00.000Z",
                            "External" : false
                          } ]
                        }""".formatted(id));
        cloud.pass(Duration.ofSeconds(1));

        assertThat(statuses("Target")).containsExactly("Associated");
        assertThat(statuses("Resource")).containsExactly("Associated");
    }

    @Test
    void names_are_not_unique_and_shares_belong_to_their_region() throws ApiError {
        String first = create();
        String second = create();
        assertThat(shares(Cloud.OWNER, "Self")).containsExactly(first, second);
        cloud.region = "cn-beijing";
        assertThat(shares(Cloud.OWNER, "Self")).isEmpty();
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteResourceShare", "ResourceShareId", first))
                .isEqualTo("404 EntityNotExists.ResourceShare");
    }

    @Test
    void members_that_are_reached_see_what_they_get() throws ApiError {
        String id = create("Targets.1", "fd-japan00001");
        assertThat(shares(Cloud.RECIPIENT, "OtherAccounts")).isEmpty();
        cloud.pass(Duration.ofSeconds(1));

        assertThat(shares(Cloud.RECIPIENT, "OtherAccounts")).containsExactly(id);
        assertThat(shares(Cloud.SIBLING, "OtherAccounts")).isEmpty();
        assertThat(cloud.call(Cloud.RECIPIENT, "ListSharedResources", "ResourceOwner", "OtherAccounts")
                        .findValuesAsText("ResourceId"))
                .containsExactly(Cloud.IMAGE);
        assertThat(cloud.call(Cloud.OWNER, "ListSharedTargets", "ResourceOwner", "Self", "ResourceId", Cloud.IMAGE)
                        .findValuesAsText("TargetId"))
                .containsExactly("fd-japan00001");
    }

    @Test
    void associating_again_changes_nothing() throws ApiError {
        String id = create("Targets.1", "fd-japan00001");
        cloud.pass(Duration.ofSeconds(1));
        cloud.call(Cloud.OWNER, "AssociateResourceShare", "ResourceShareId", id, "Targets.1", "fd-japan00001");

        assertThat(statuses("Target")).containsExactly("Associated");
    }

    @Test
    void taking_out_takes_time_and_cannot_be_crossed() throws ApiError {
        String id = create("Targets.1", "fd-japan00001");
        String[] target = {"ResourceShareId", id, "Targets.1", "fd-japan00001"};
        assertThat(cloud.outcome(Cloud.OWNER, "DisassociateResourceShare", target))
                .isEqualTo("409 DisassociateConflict");
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteResourceShare", "ResourceShareId", id))
                .isEqualTo("409 DeleteResourceShareConflict");
        cloud.pass(Duration.ofSeconds(1));
        assertThat(cloud.outcome(Cloud.OWNER, "DisassociateResourceShare", target))
                .isEqualTo("done");
        assertThat(statuses("Target")).containsExactly("Disassociating");
        assertThat(cloud.outcome(Cloud.OWNER, "AssociateResourceShare", target)).isEqualTo("409 AssociateConflict");
        cloud.pass(Duration.ofSeconds(1));
        assertThat(statuses("Target")).containsExactly("Disassociated");
        assertThat(cloud.outcome(Cloud.OWNER, "DisassociateResourceShare", target))
                .isEqualTo("400 DisassociateInvalid");
        assertThat(cloud.outcome(Cloud.OWNER, "AssociateResourceShare", target)).isEqualTo("done");
        cloud.pass(Duration.ofSeconds(1));
        assertThat(statuses("Target")).containsExactly("Associated");
        assertThat(cloud.outcome(Cloud.OWNER, "DeleteResourceShare", "ResourceShareId", id))
                .isEqualTo("done");
        assertThat(shares(Cloud.OWNER, "Self")).containsExactly(id);
        cloud.pass(Duration.ofHours(2));
        assertThat(shares(Cloud.OWNER, "Self")).isEmpty();
    }

    @Test
    void associations_fail_or_hang_when_a_fault_says_so() throws ApiError {
        cloud.hints = Map.of(Hints.ASSOCIATION, "LimitExceeded");
        create("Targets.1", "fd-japan00001");
        cloud.hints = Map.of(Hints.ASSOCIATION, "hang");
        create("Targets.1", "fd-japan00001");
        cloud.pass(Duration.ofDays(1));

        assertThat(statuses("Target")).containsExactly("Failed", "Associating");
        assertThat(associations("Target").at("/ResourceShareAssociations/0/AssociationFailedDetails/0/FailureReason"))
                .hasToString("\"LimitExceeded\"");
    }

    @ParameterizedTest
    @CsvSource({
        "m-hk0cmk0000000000001, Associated",
        "m-hk0plain00000000002, Associated",
        "m-none,                Failed Unavailable",
        "m-hk0partner000000001, Failed Unavailable",
        "m-hk0deprecated000001, Failed Unavailable",
        "m-hk0service000000001, Failed UnsupportedOperation",
        "m-hk0several000000001, Failed UnsupportedOperation",
        "m-hk0disabled00000001, Failed UnsupportedOperation",
        "m-hk0community0000001, Failed UnsupportedOperation"
    })
    void images_that_cannot_be_shared_fail_to_associate(String image, String outcome) throws ApiError {
        call("CreateResourceShare", "Resources.1.ResourceId", image, "Resources.1.ResourceType", "Image");
        cloud.pass(Duration.ofSeconds(1));

        ObjectNode found = associations("Resource");
        String reason = String.join(" ", found.findValuesAsText("FailureReason"));
        assertThat((statuses("Resource").get(0) + " " + reason).trim()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceShareName, 'my images',      400 InvalidParameter.ResourceShareName",
        "ResourceShareName, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeef, "
                + "400 InvalidParameter.ResourceShareName.Length",
        "Targets.1,         everybody,        400 InvalidParameter.Targets",
        "Targets.1,         1000000000000001, 409 ShareWithYourself",
        "Targets.1,         3000000000000001, 400 InvalidTarget",
        "Targets.1,         fd-other00001,    400 InvalidTarget",
        "Targets.1,         rd-other1,        400 InvalidTarget",
        "Targets.1,         r-root01,         done",
        "Targets.1,         2000000000000002, done",
        "PermissionNames.1, Everything,       404 EntityNotExists.Permission",
        "Resources.1.ResourceId, m-1,         400 InvalidParameter.Resources",
    })
    void checks_each_parameter(String parameter, String value, String outcome) {
        assertThat(outcome("CreateResourceShare", parameter, value)).isEqualTo(outcome);
    }

    @Test
    void takes_five_at_most_and_none_twice() {
        List<String> six = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            six.addAll(List.of("Targets." + i, "200000000000000" + (i + 1)));
        }
        assertThat(outcome("CreateResourceShare", six.toArray(String[]::new)))
                .isEqualTo("400 InvalidParameter.Targets.Length");
        assertThat(outcome("CreateResourceShare", six.subList(0, 10).toArray(String[]::new)))
                .isEqualTo("done");
        assertThat(outcome("CreateResourceShare", "Targets.1", "rd-sbx001", "Targets.2", "rd-sbx001"))
                .isEqualTo("400 InvalidParameter.Targets.Duplicate");
        assertThat(outcome(
                        "CreateResourceShare",
                        "Resources.1.ResourceId",
                        Cloud.IMAGE,
                        "Resources.1.ResourceType",
                        "Bucket"))
                .isEqualTo("400 InvalidParameter.ResourceType");
    }

    @Test
    void sharing_must_be_enabled_by_the_management_account() {
        cloud.world.directories().put(new Directory("rd-sbx001", Cloud.MANAGER, "r-root01", false, false, cloud.now));
        assertThat(outcome("CreateResourceShare", "Targets.1", "rd-sbx001"))
                .isEqualTo("409 NotEnableSharingWithResourceDirectory");
        assertThat(cloud.outcome(Cloud.OWNER, "EnableSharingWithResourceDirectory"))
                .isEqualTo("409 ActionNotPermitted");
        assertThat(cloud.outcome(Cloud.MANAGER, "EnableSharingWithResourceDirectory"))
                .isEqualTo("done");
        assertThat(cloud.outcome(Cloud.MANAGER, "EnableSharingWithResourceDirectory"))
                .isEqualTo("409 AlreadyEnabled");
        assertThat(outcome("CreateResourceShare", "Targets.1", "rd-sbx001")).isEqualTo("done");
    }

    @Test
    void an_account_outside_any_directory_cannot_share() throws ApiError {
        assertThat(cloud.outcome(Cloud.STRANGER, "CreateResourceShare", "ResourceShareName", "images"))
                .isEqualTo("409 AccountNotInResourceDirectory");
        assertThat(cloud.call(Cloud.STRANGER, "CheckSharingWithResourceDirectoryStatus")
                        .toString())
                .isEqualTo("{\"EnableSharingWithRd\":false}");
    }

    @Test
    void lists_are_cut_by_token_and_checked() throws ApiError {
        for (int i = 0; i < 21; i++) {
            create();
        }
        ObjectNode first = cloud.call(Cloud.OWNER, "ListResourceShares", "ResourceOwner", "Self");
        ObjectNode second = cloud.call(
                Cloud.OWNER,
                "ListResourceShares",
                "ResourceOwner",
                "Self",
                "NextToken",
                first.get("NextToken").asText());

        assertThat(first.get("ResourceShares")).hasSize(20);
        assertThat(second.get("ResourceShares")).hasSize(1);
        assertThat(second.has("NextToken")).isFalse();
        assertThat(cloud.outcome(Cloud.OWNER, "ListResourceShares")).isEqualTo("400 MissingParameter.ResourceOwner");
        assertThat(cloud.outcome(Cloud.OWNER, "ListResourceShares", "ResourceOwner", "Me"))
                .isEqualTo("400 InvalidParameter.ResourceOwner");
        assertThat(cloud.outcome(
                        Cloud.OWNER, "ListResourceShareAssociations", "AssociationType", "Target", "ResourceId", "m-1"))
                .isEqualTo("400 ConflictedAssociationType");
    }

    private String create(String... parameters) throws ApiError {
        List<String> all =
                new ArrayList<>(List.of("Resources.1.ResourceId", Cloud.IMAGE, "Resources.1.ResourceType", "Image"));
        all.addAll(List.of(parameters));
        return call("CreateResourceShare", all.toArray(String[]::new))
                .at("/ResourceShare/ResourceShareId")
                .asText();
    }

    private ObjectNode call(String name, String... parameters) throws ApiError {
        return cloud.call(Cloud.OWNER, name, named(parameters));
    }

    private String outcome(String name, String... parameters) {
        return cloud.outcome(Cloud.OWNER, name, named(parameters));
    }

    private static String[] named(String... parameters) {
        List<String> all = new ArrayList<>(List.of("ResourceShareName", "images"));
        all.addAll(List.of(parameters));
        return all.toArray(String[]::new);
    }

    private ObjectNode associations(String type) throws ApiError {
        return cloud.call(Cloud.OWNER, "ListResourceShareAssociations", "AssociationType", type);
    }

    private List<String> statuses(String type) throws ApiError {
        return associations(type).findValuesAsText("AssociationStatus");
    }

    private List<String> shares(String accountId, String owner) throws ApiError {
        return cloud.call(accountId, "ListResourceShares", "ResourceOwner", owner)
                .findValuesAsText("ResourceShareId");
    }
}
