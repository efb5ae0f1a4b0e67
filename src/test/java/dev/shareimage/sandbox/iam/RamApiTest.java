package dev.shareimage.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.fault.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RamApiTest {

    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";

    private static final String TRUST = " { \"Version\" : \"1\",\n\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]}}]}";

    private final RunningSandbox sandbox = Sandbox.inMemory().start(0);
    private final RpcClient owner = RpcClient.owner(sandbox.uri());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_role_is_read_as_it_was_created() {
        RpcAnswer created = owner.ram(
                "CreateRole", "RoleName", ROLE, "AssumeRolePolicyDocument", TRUST, "Description", "for images");
        RpcAnswer read = owner.ram("GetRole", "RoleName", ROLE);

        assertThat(created.outcome()).isEqualTo("200");
        assertThat(created.json().at("/Role/UpdateDate").isMissingNode()).isTrue();
        assertThat(read.text("/Role/AssumeRolePolicyDocument")).isEqualTo(TRUST);
        assertThat(read.text("/Role/Arn")).isEqualTo("acs:ram::1000000000000001:role/" + ROLE);
        assertThat(read.text("/Role/RoleId")).matches("\\d{18}");
        assertThat(read.text("/Role/CreateDate")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(read.json().at("/Role/MaxSessionDuration").asInt()).isEqualTo(3600);
    }

    @Test
    void an_update_replaces_the_whole_trust_policy() {
        createRole();
        String other = TRUST.replace("1000000000000001", "2000000000000002");

        RpcAnswer updated = owner.ram("UpdateRole", "RoleName", ROLE, "NewAssumeRolePolicyDocument", other);

        assertThat(updated.text("/Role/AssumeRolePolicyDocument")).isEqualTo(other);
        assertThat(owner.ram("GetRole", "RoleName", ROLE).text("/Role/AssumeRolePolicyDocument"))
                .isEqualTo(other);
    }

    @Test
    void roles_that_are_or_are_not_there() {
        assertThat(owner.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("404 EntityNotExist.Role");
        assertThat(owner.ram("UpdateRole", "RoleName", ROLE).outcome()).isEqualTo("404 EntityNotExist.Role");
        assertThat(owner.ram("DeleteRole", "RoleName", ROLE).outcome()).isEqualTo("404 EntityNotExist.Role");
        assertThat(createRole().outcome()).isEqualTo("200");
        assertThat(createRole().outcome()).isEqualTo("409 EntityAlreadyExists.Role");
    }

    @Test
    void what_is_refused_of_a_new_role() {
        assertThat(create("a".repeat(65), TRUST)).isEqualTo("400 InvalidParameter.RoleName.Length");
        assertThat(create("a b", TRUST)).isEqualTo("400 InvalidParameter.RoleName.InvalidChars");
        assertThat(create("", TRUST)).isEqualTo("400 MissingParameter");
        assertThat(create("a", "{")).isEqualTo("400 MalformedPolicyDocument");
        assertThat(create("a", TRUST + " ".repeat(2049 - TRUST.length())))
                .isEqualTo("400 InvalidParameter.AssumeRolePolicyDocument.Length");
        assertThat(create("a", TRUST + " ".repeat(2048 - TRUST.length()))).isEqualTo("200");
        assertThat(owner.ram(
                                "UpdateRole",
                                "RoleName",
                                "a",
                                "NewAssumeRolePolicyDocument",
                                TRUST + " ".repeat(2049 - TRUST.length()))
                        .outcome())
                .isEqualTo("400 InvalidParameter.NewAssumeRolePolicyDocument.Length");
    }

    @Test
    void tags_of_a_role_are_kept_and_filtered_by() {
        String[] numbered = {"Tag.1.Key", "team", "Tag.1.Value", "images"};
        create("one", TRUST, numbered);
        create("two", TRUST, "Tag", "[{\"Key\":\"team\",\"Value\":\"disks\"},{\"Key\":\"live\"}]");

        assertThat(owner.ram("ListRoles", numbered).json().at("/Roles/Role"))
                .singleElement()
                .satisfies(role -> assertThat(role.get("Tags"))
                        .hasToString("{\"Tag\":[{\"TagKey\":\"team\",\"TagValue\":\"images\"}]}"));
        assertThat(owner.ram("ListRoles", "Tag.1.Key", "live").json().findValuesAsText("RoleName"))
                .containsExactly("two");
        assertThat(create("three", TRUST, "Tag", "team")).isEqualTo("400 InvalidParameter.Tag");
    }

    @Test
    void a_new_policy_has_no_date_of_its_last_change() {
        RpcAnswer created = owner.ram(
                "CreatePolicy",
                "PolicyName",
                "reader",
                "PolicyDocument",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ecs:*\",\"Resource\":\"*\"}]}");
        RpcAnswer read = owner.ram("GetPolicy", "PolicyName", "reader", "PolicyType", "Custom");

        assertThat(created.json().get("Policy").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("PolicyName", "PolicyType", "Description", "DefaultVersion", "CreateDate");
        assertThat(read.json().at("/Policy/UpdateDate").isMissingNode()).isFalse();
    }

    @Test
    void policies_are_attached_listed_and_detached() {
        createRole();
        assertThat(policy("AttachPolicyToRole", "AliyunKMSFullAccess")).isEqualTo("200");
        assertThat(policy("AttachPolicyToRole", "AliyunKMSFullAccess"))
                .isEqualTo("409 EntityAlreadyExists.Role.Policy");
        assertThat(policy("AttachPolicyToRole", "NoSuchPolicy")).isEqualTo("404 EntityNotExist.Policy");
        RpcAnswer list = owner.ram("ListPoliciesForRole", "RoleName", ROLE);
        assertThat(list.json().at("/Policies/Policy")).hasSize(1);
        assertThat(list.text("/Policies/Policy/0/PolicyName")).isEqualTo("AliyunKMSFullAccess");
        assertThat(list.text("/Policies/Policy/0/PolicyType")).isEqualTo("System");
        assertThat(owner.ram("DeleteRole", "RoleName", ROLE).outcome()).isEqualTo("409 DeleteConflict.Role.Policy");
        assertThat(policy("DetachPolicyFromRole", "AliyunKMSFullAccess")).isEqualTo("200");
        assertThat(policy("DetachPolicyFromRole", "AliyunKMSFullAccess")).isEqualTo("404 EntityNotExist.Role.Policy");
        assertThat(owner.ram("DeleteRole", "RoleName", ROLE).outcome()).isEqualTo("200");
    }

    @Test
    void lists_come_in_pages() {
        for (int i = 0; i < 4; i++) {
            create("role-" + i, TRUST);
        }
        RpcAnswer first = owner.ram("ListRoles", "MaxItems", "3");
        RpcAnswer second = owner.ram("ListRoles", "MaxItems", "3", "Marker", first.text("/Marker"));

        assertThat(first.json().at("/Roles/Role").findValuesAsText("RoleName"))
                .containsExactly("AliyunECSDiskEncryptDefaultRole", "role-0", "role-1");
        assertThat(first.text("/IsTruncated")).isEqualTo("true");
        assertThat(second.json().at("/Roles/Role").findValuesAsText("RoleName")).containsExactly("role-2", "role-3");
        assertThat(second.text("/IsTruncated")).isEqualTo("false");
        assertThat(second.json().has("Marker")).isFalse();
    }

    @Test
    void a_user_made_from_outside_may_do_what_its_policy_says() {
        owner.ram("CreateUser", "UserName", "reader");
        RpcAnswer key = owner.ram("CreateAccessKey", "UserName", "reader");
        RpcClient reader = new RpcClient(
                sandbox.uri(), key.text("/AccessKey/AccessKeyId"), key.text("/AccessKey/AccessKeySecret"));
        createRole();

        RpcAnswer denied = reader.ram("GetRole", "RoleName", ROLE);
        assertThat(denied.outcome()).isEqualTo("403 NoPermission");
        assertThat(denied.text("/AccessDeniedDetail/AuthAction")).isEqualTo("ram:GetRole");
        assertThat(denied.text("/AccessDeniedDetail/AuthPrincipalOwnerId")).isEqualTo("1000000000000001");
        assertThat(denied.text("/AccessDeniedDetail/AuthPrincipalType")).isEqualTo("SubUser");
        assertThat(denied.text("/AccessDeniedDetail/NoPermissionType")).isEqualTo("ImplicitDeny");
        assertThat(reader.sts("GetCallerIdentity").text("/IdentityType")).isEqualTo("RAMUser");
        assertThat(reader.ecs("DescribeImages", "RegionId", "cn-hongkong").outcome())
                .isEqualTo("403 Forbidden.RAM");

        String document = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ram:GetRole\","
                + "\"Resource\":\"acs:ram:*:1000000000000001:role/" + ROLE + "\"}]}";
        assertThat(owner.ram("CreatePolicy", "PolicyName", "read-role", "PolicyDocument", document)
                        .outcome())
                .isEqualTo("200");
        owner.ram("AttachPolicyToUser", "UserName", "reader", "PolicyType", "Custom", "PolicyName", "read-role");
        assertThat(reader.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("200");
        assertThat(reader.ram("GetRole", "RoleName", "other").outcome()).isEqualTo("403 NoPermission");
        assertThat(owner.ram("DeletePolicy", "PolicyName", "read-role").outcome())
                .isEqualTo("409 DeleteConflict.Policy.User");
        assertThat(owner.ram("DeletePolicy", "PolicyName", "read-role", "CascadingDelete", "true")
                        .outcome())
                .isEqualTo("200");
        assertThat(reader.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("403 NoPermission");
    }

    @Test
    void a_key_that_was_switched_off_is_told_apart_from_an_unknown_one() {
        RpcAnswer key = owner.ram("CreateAccessKey", "UserName", "operator");
        String id = key.text("/AccessKey/AccessKeyId");
        RpcClient operator = new RpcClient(sandbox.uri(), id, key.text("/AccessKey/AccessKeySecret"));
        assertThat(operator.sts("GetCallerIdentity").outcome()).isEqualTo("200");

        owner.ram("UpdateAccessKey", "UserName", "operator", "UserAccessKeyId", id, "Status", "Inactive");

        assertThat(operator.sts("GetCallerIdentity").outcome()).isEqualTo("400 InvalidAccessKeyId.Inactive");
    }

    @Test
    void a_lagging_ram_shows_what_was() {
        createRole();
        sandbox.follow(FaultPlan.parse("{\"settings\":{\"ramReadLagMillis\":3600000}}"));
        assertThat(owner.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("404 EntityNotExist.Role");

        sandbox.follow(FaultPlan.NONE);
        assertThat(owner.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("200");
    }

    private RpcAnswer createRole() {
        return owner.ram("CreateRole", "RoleName", ROLE, "AssumeRolePolicyDocument", TRUST);
    }

    private String create(String name, String document, String... parameters) {
        List<String> all = new ArrayList<>(List.of("RoleName", name, "AssumeRolePolicyDocument", document));
        all.addAll(List.of(parameters));
        return owner.ram("CreateRole", all.toArray(String[]::new)).outcome();
    }

    private String policy(String action, String name) {
        return owner.ram(action, "RoleName", ROLE, "PolicyType", "System", "PolicyName", name)
                .outcome();
    }
}
