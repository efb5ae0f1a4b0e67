package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.Run;
import dev.shareimage.sandbox.RpcAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that ends in the middle of a run. */
class ExpiringTokensTest {

    private static final String TRUST = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]}}]}";
    private static final String ADMINISTRATOR = "acs:ram::1000000000000001:role/administrator";
    private static final String EXPIRES =
            "{'rules':[{'action':'ModifyImageSharePermission','count':1,'effect':{'type':'expire-token'}}]}";
    private static final List<String> SHARE =
            List.of("share", "--image-id", Scene.IMAGE, "--accounts", Scene.accounts(2), "--yes", "-o", "json");

    @TempDir
    private Path home;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        scene.owner().ram("CreateRole", "RoleName", "administrator", "AssumeRolePolicyDocument", TRUST);
        scene.owner()
                .ram(
                        "AttachPolicyToRole",
                        "RoleName",
                        "administrator",
                        "PolicyName",
                        "AdministratorAccess",
                        "PolicyType",
                        "System");
        scene.owner()
                .ram(
                        "AttachPolicyToUser",
                        "UserName",
                        "operator",
                        "PolicyName",
                        "AdministratorAccess",
                        "PolicyType",
                        "System");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aTokenFromTheEnvironmentCannotBeRenewed() {
        scene.follow(EXPIRES);

        Run run = scene.run(session(), SHARE);

        assertThat(Digest.of(run)).isEqualTo("""
                exit 5, failed
                role created, trust updated +2
                2000000000000002 failed (InvalidSecurityToken.Expired)
                2000000000000003 failed (InvalidSecurityToken.Expired)
                InvalidSecurityToken.Expired: Specified SecurityToken is expired.
                """);
        assertThat(Digest.of(scene.calm().run(session(), SHARE))).isEqualTo("""
                exit 0, succeeded
                role unchanged, trust unchanged +0
                2000000000000002 shared
                2000000000000003 shared
                """);
    }

    @Test
    void aProfileThatAssumesARoleGetsANewOne() throws IOException {
        Path configuration = Files.createDirectories(home.resolve(".aliyun")).resolve("config.json");
        Files.writeString(configuration, """
                {"current":"assuming","profiles":[{"name":"assuming","mode":"RamRoleArn",
                  "access_key_id":"LTAI5tSandboxOperator001","access_key_secret":"NotASecretSandboxOperator00001",
                  "ram_role_arn":"%s","ram_session_name":"test","region_id":"cn-hongkong"}]}
                """.formatted(ADMINISTRATOR));
        scene.follow(EXPIRES);

        Run run = scene.run(
                Map.of(
                        "ALIBABA_CLOUD_ACCESS_KEY_ID", "",
                        "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "",
                        "ALIBABA_CLOUD_PROFILE", "assuming"),
                SHARE);

        assertThat(Digest.of(run)).isEqualTo("""
                exit 0, succeeded
                role created, trust updated +2
                2000000000000002 shared
                2000000000000003 shared
                """);
    }

    private Map<String, String> session() {
        RpcAnswer answer = scene.operator().sts("AssumeRole", "RoleArn", ADMINISTRATOR, "RoleSessionName", "test");
        return Map.of(
                "ALIBABA_CLOUD_ACCESS_KEY_ID", answer.text("/Credentials/AccessKeyId"),
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", answer.text("/Credentials/AccessKeySecret"),
                "ALIBABA_CLOUD_SECURITY_TOKEN", answer.text("/Credentials/SecurityToken"));
    }
}
