package dev.shareimage.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of Resource Directory as documented. */
class DirectoryOverHttpTest {

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GetFolder,             FolderId,       fd-japan00001",
        "GetFolder,             FolderId,       fd-none",
        "GetAccount,            AccountId,      2000000000000002",
        "ListAccounts,          PageNumber,     1",
        "ListAccountsForParent, ParentFolderId, fd-japan00001",
        "ListFoldersForParent,  ParentFolderId, r-root01",
        "ListAncestors,         ChildId,        fd-japan00001",
    })
    void a_plain_member_gets_the_answer_that_there_is_no_directory(String action, String parameter, String value) {
        RpcAnswer refused = cloud.owner.post(SandboxOverHttp.DIRECTORY, action, parameter, value);

        assertThat(refused.outcome()).isEqualTo("404 EntityNotExists.ResourceDirectory");
        assertThat(refused.json().has("AccessDeniedDetail")).isFalse();
        assertThat(cloud.owner
                        .post(SandboxOverHttp.DIRECTORY, "GetResourceDirectory")
                        .text("/ResourceDirectory/ResourceDirectoryId"))
                .isEqualTo("rd-sbx001");
    }

    @Test
    void members_are_listed_by_token() {
        List<String> seen = new ArrayList<>();
        JsonNode part = manager("ListAccounts", "MaxResults", "10");
        assertThat(part.has("PageNumber")).isFalse();
        assertThat(part.get("TotalCount").intValue()).isEqualTo(26);
        seen.addAll(part.findValuesAsText("AccountId"));
        while (part.has("NextToken")) {
            assertThat(part.findValuesAsText("AccountId")).hasSize(10);
            part = manager("ListAccounts", "NextToken", part.get("NextToken").asText());
            seen.addAll(part.findValuesAsText("AccountId"));
        }

        assertThat(seen)
                .isEqualTo(manager("ListAccounts", "PageSize", "100").findValuesAsText("AccountId"))
                .hasSize(26);
    }

    @Test
    void the_path_of_a_member_is_told_by_some_calls_only() {
        assertThat(manager("ListAccounts", "PageSize", "100").findValuesAsText("ResourceDirectoryPath"))
                .hasSize(26)
                .contains("rd-sbx001/r-root01/fd-products01/fd-japan00001/2000000000000002");
        JsonNode children = manager("ListAccountsForParent", "ParentFolderId", "fd-japan00001");
        assertThat(children.findValuesAsText("FolderId")).hasSize(10).containsOnly("fd-japan00001");
        assertThat(children.findValues("ResourceDirectoryPath")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ListAccounts, MaxResults,  101,   InvalidParameter.MaxResults",
        "ListAccounts, NextToken,   x,     InvalidParameter.NextToken",
        "ListAccounts, IncludeTags, maybe, InvalidParameter",
    })
    void refuses_what_is_malformed(String action, String parameter, String value, String code) {
        assertThat(cloud.manager
                        .post(SandboxOverHttp.DIRECTORY, action, parameter, value)
                        .outcome())
                .isEqualTo("400 " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListAccounts", "ListAccountsForParent", "ListFoldersForParent"})
    void nothing_has_a_tag_that_is_asked_for(String action) {
        assertThat(manager(action, "Tag.1.Key", "team").get("TotalCount").asInt())
                .isZero();
    }

    private JsonNode manager(String action, String... parameters) {
        RpcAnswer answer = cloud.manager.post(SandboxOverHttp.DIRECTORY, action, parameters);
        assertThat(answer.outcome()).isEqualTo("200");
        return answer.json();
    }
}
