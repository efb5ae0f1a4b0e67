package dev.shareimage.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.world.Directory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryApiTest {

    private final Cloud cloud = new Cloud(new DirectoryApi());

    @Test
    void members_see_which_directory_they_are_in() throws ApiError {
        assertThat(cloud.call(Cloud.OWNER, "GetResourceDirectory").toPrettyString())
                .isEqualTo("""
                        {
                          "ResourceDirectory" : {
                            "ResourceDirectoryId" : "rd-sbx001",
                            "RootFolderId" : "r-root01",
                            "MasterAccountId" : "1000000000000009",
                            "MasterAccountName" : "Example Management",
                            "CreateTime" : "2026-01-15T08:00:00.000Z",
                            "ControlPolicyStatus" : "Disabled",
                            "MemberDeletionStatus" : "Disabled"
                          }
                        }""");
        assertThat(cloud.outcome(Cloud.STRANGER, "GetResourceDirectory")).isEqualTo("404 ResourceDirectoryNotInUse");
    }

    @Test
    void a_folder_tells_its_path() throws ApiError {
        assertThat(cloud.call(Cloud.MANAGER, "GetFolder", "FolderId", "fd-japan00001")
                        .toPrettyString())
                .isEqualTo("""
                        {
                          "Folder" : {
                            "FolderId" : "fd-japan00001",
                            "FolderName" : "Japan",
                            "CreateTime" : "2026-01-15T08:00:00.000Z",
                            "ParentFolderId" : "fd-products01",
                            "ResourceDirectoryPath" : "rd-sbx001/r-root01/fd-products01/fd-japan00001"
                          }
                        }""");
        assertThat(cloud.call(Cloud.MANAGER, "ListAncestors", "ChildId", "fd-japan00001")
                        .findValuesAsText("FolderName"))
                .containsExactly("Root", "Products");
        assertThat(cloud.call(Cloud.MANAGER, "ListFoldersForParent").findValuesAsText("FolderName"))
                .containsExactly("Platform", "Products");
    }

    @Test
    void an_account_shows_its_path_and_its_tags() throws ApiError {
        assertThat(cloud.call(Cloud.MANAGER, "GetAccount", "AccountId", "2000000000000003")
                        .toPrettyString())
                .isEqualTo("""
                        {
                          "Account" : {
                            "AccountId" : "2000000000000003",
                            "AccountName" : "account-2000000000000003@example.com",
                            "DisplayName" : "東京開発部",
                            "FolderId" : "fd-japan00001",
                            "JoinMethod" : "invited",
                            "JoinTime" : "2026-01-15T08:00:00.000Z",
                            "ModifyTime" : "2026-01-15T08:00:00.000Z",
                            "ResourceDirectoryId" : "rd-sbx001",
                            "Status" : "InviteSuccess",
                            "Type" : "CloudAccount",
                            "ResourceDirectoryPath" : "rd-sbx001/r-root01/fd-products01/fd-japan00001/2000000000000003",
                            "Tags" : [ ]
                          }
                        }""");
    }

    @Test
    void lists_members_by_page_and_by_folder() throws ApiError {
        assertThat(cloud.call(Cloud.MANAGER, "ListAccounts", "PageNumber", "3").findValuesAsText("AccountId"))
                .containsExactly(
                        "2000000000000021",
                        "2000000000000022",
                        "2000000000000023",
                        "2000000000000024",
                        "2000000000000025",
                        "2000000000000026");
        assertThat(cloud.call(Cloud.MANAGER, "ListAccountsForParent", "ParentFolderId", "fd-china00001")
                        .get("TotalCount")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void members_may_look_around_only_where_the_world_lets_them() {
        assertThat(cloud.outcome(Cloud.OWNER, "GetFolder", "FolderId", "fd-japan00001"))
                .isEqualTo("404 EntityNotExists.ResourceDirectory");
        cloud.world.directories().put(new Directory("rd-sbx001", Cloud.MANAGER, "r-root01", true, true, Instant.EPOCH));

        assertThat(cloud.outcome(Cloud.OWNER, "GetFolder", "FolderId", "fd-japan00001"))
                .isEqualTo("done");
        assertThat(cloud.outcome(
                        Cloud.OWNER,
                        "MoveAccount",
                        "AccountId",
                        Cloud.RECIPIENT,
                        "DestinationFolderId",
                        "fd-china00001"))
                .isEqualTo("403 NoPermission");
    }

    @ParameterizedTest
    @CsvSource({
        "3000000000000001, GetFolder,  FolderId,  fd-japan00001,    404 EntityNotExists.ResourceDirectory",
        "1000000000000009, GetFolder,  FolderId,  fd-none,          404 EntityNotExists.Folder",
        "1000000000000009, GetFolder,  FolderId,  japan,            400 InvalidParameter.FolderId",
        "1000000000000009, GetFolder,  FolderId,  '',               400 MissingParameter.FolderId",
        "1000000000000009, GetAccount, AccountId, 3000000000000001, 404 EntityNotExists.Account",
        "1000000000000009, GetAccount, AccountId, me,               400 InvalidParameter.AccountId",
        "1000000000000009, ListAncestors, ChildId, x,               400 InvalidParameter.ChildId",
    })
    void refuses_what_the_cloud_refuses(String caller, String name, String parameter, String value, String outcome) {
        assertThat(cloud.outcome(caller, name, parameter, value)).isEqualTo(outcome);
    }
}
