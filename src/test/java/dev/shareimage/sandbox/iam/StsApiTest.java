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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StsApiTest {

    private static final String ARN = "acs:ram::1000000000000001:role/reader";

    private final RunningSandbox sandbox = Sandbox.inMemory().start(0);
    private final RpcClient owner = RpcClient.owner(sandbox.uri());
    private RpcClient user = owner;

    @BeforeEach
    void makeRoleAndUser() {
        role("reader", "acs:ram::1000000000000001:user/alice");
        owner.ram(
                "AttachPolicyToRole",
                "RoleName",
                "reader",
                "PolicyType",
                "System",
                "PolicyName",
                "AliyunECSReadOnlyAccess");
        owner.ram("CreateUser", "UserName", "alice");
        owner.ram(
                "AttachPolicyToUser",
                "UserName",
                "alice",
                "PolicyType",
                "System",
                "PolicyName",
                "AliyunSTSAssumeRoleAccess");
        RpcAnswer key = owner.ram("CreateAccessKey", "UserName", "alice");
        user = new RpcClient(sandbox.uri(), key.text("/AccessKey/AccessKeyId"), key.text("/AccessKey/AccessKeySecret"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_session_has_the_rights_of_its_role() {
        RpcAnswer assumed = assume(user, ARN);
        RpcClient session = session(assumed);
        String token = assumed.text("/Credentials/SecurityToken");

        assertThat(assumed.text("/AssumedRoleUser/Arn")).isEqualTo(ARN + "/night");
        RpcAnswer identity = session.sts("GetCallerIdentity", "SecurityToken", token);
        assertThat(identity.text("/IdentityType")).isEqualTo("AssumedRoleUser");
        assertThat(identity.text("/Arn")).isEqualTo("acs:ram::1000000000000001:assumed-role/reader/night");
        assertThat(session.ecs("DescribeImages", "RegionId", "cn-hongkong", "SecurityToken", token)
                        .outcome())
                .isEqualTo("200");
        assertThat(session.ram("ListRoles", "SecurityToken", token).outcome()).isEqualTo("403 NoPermission");
    }

    @Test
    void a_session_can_be_narrowed() {
        RpcAnswer assumed = user.sts(
                "AssumeRole",
                "RoleArn",
                ARN,
                "RoleSessionName",
                "night",
                "Policy",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}");

        assertThat(session(assumed)
                        .ecs(
                                "DescribeImages",
                                "RegionId",
                                "cn-hongkong",
                                "SecurityToken",
                                assumed.text("/Credentials/SecurityToken"))
                        .outcome())
                .isEqualTo("403 Forbidden.RAM");
    }

    @Test
    void tokens_must_be_there_be_right_and_be_fresh() {
        RpcAnswer assumed = assume(user, ARN);
        RpcClient session = session(assumed);
        RpcAnswer other = assume(user, ARN);

        assertThat(session.sts("GetCallerIdentity").outcome()).isEqualTo("400 MissingSecurityToken");
        assertThat(session.sts("GetCallerIdentity", "SecurityToken", "x").outcome())
                .isEqualTo("400 InvalidSecurityToken.Malformed");
        assertThat(session.sts("GetCallerIdentity", "SecurityToken", other.text("/Credentials/SecurityToken"))
                        .outcome())
                .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
        sandbox.follow(FaultPlan.parse("{\"rules\":[{\"caller\":\"STS.*\",\"effect\":{\"type\":\"expire-token\"}}]}"));
        assertThat(session.sts("GetCallerIdentity", "SecurityToken", assumed.text("/Credentials/SecurityToken"))
                        .outcome())
                .isEqualTo("400 InvalidSecurityToken.Expired");
    }

    @Test
    void who_may_not_assume_a_role() {
        assertThat(assume(owner, ARN).outcome()).isEqualTo("403 NoPermission");
        assertThat(assume(user, ARN.replace("reader", "none")).outcome()).isEqualTo("404 EntityNotExist.Role");
        assertThat(assume(user, "reader").outcome()).isEqualTo("400 InvalidParameter.RoleArn");
        role("foreign", "acs:ram::2000000000000002:root");
        assertThat(assume(user, ARN.replace("reader", "foreign")).outcome()).isEqualTo("403 NoPermission");
        owner.ram(
                "DetachPolicyFromUser",
                "UserName",
                "alice",
                "PolicyType",
                "System",
                "PolicyName",
                "AliyunSTSAssumeRoleAccess");
        assertThat(assume(user, ARN).outcome()).isEqualTo("403 NoPermission");
    }

    @Test
    void an_external_id_is_compared_and_a_source_identity_is_repeated() {
        owner.ram(
                "CreateRole",
                "RoleName",
                "partner",
                "AssumeRolePolicyDocument",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                        + "\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]},"
                        + "\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"contract-7\"}}}]}");

        assertThat(partner("ExternalId", "contract-7").outcome()).isEqualTo("200");
        assertThat(partner("ExternalId", "contract-8").outcome()).isEqualTo("403 NoPermission");
        assertThat(partner("DurationSeconds", "900").outcome()).isEqualTo("403 NoPermission");
        assertThat(partner("ExternalId", "<script>").outcome()).isEqualTo("400 InvalidParameter.ExternalId");
        assertThat(partner("ExternalId", "contract-7", "SourceIdentity", "alice")
                        .text("/SourceIdentity"))
                .isEqualTo("alice");
    }

    private RpcAnswer partner(String... parameters) {
        List<String> all = new ArrayList<>(
                List.of("RoleArn", "acs:ram::1000000000000001:role/partner", "RoleSessionName", "night"));
        all.addAll(List.of(parameters));
        return user.sts("AssumeRole", all.toArray(String[]::new));
    }

    @Test
    void what_is_refused_of_a_session() {
        assertThat(assume("RoleSessionName", "a b")).isEqualTo("400 InvalidParameter.RoleSessionName");
        assertThat(assume("DurationSeconds", "60")).isEqualTo("400 InvalidParameter.DurationSeconds");
        assertThat(assume("Policy", "{}")).isEqualTo("400 InvalidParameter.PolicyGrammar");
        assertThat(assume("Policy", "x".repeat(2049))).isEqualTo("400 InvalidParameter.PolicySize");
    }

    private void role(String name, String trusted) {
        owner.ram(
                "CreateRole",
                "RoleName",
                name,
                "AssumeRolePolicyDocument",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                        + "\"Principal\":{\"RAM\":\"" + trusted + "\"}}]}");
    }

    private static RpcAnswer assume(RpcClient client, String arn) {
        return client.sts("AssumeRole", "RoleArn", arn, "RoleSessionName", "night");
    }

    private String assume(String parameter, String value) {
        return user.sts("AssumeRole", "RoleArn", ARN, "RoleSessionName", "night", parameter, value)
                .outcome();
    }

    private RpcClient session(RpcAnswer assumed) {
        return new RpcClient(
                sandbox.uri(), assumed.text("/Credentials/AccessKeyId"), assumed.text("/Credentials/AccessKeySecret"));
    }
}
