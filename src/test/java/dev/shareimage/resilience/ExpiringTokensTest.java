package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that expires during a run. */
class ExpiringTokensTest extends SandboxTestBase {

    private static final String EXPIRES =
            "{'rules':[{'action':'ModifyImageSharePermission','count':1,'effect':{'type':'expire-token'}}]}";

    @BeforeEach
    void makeAdministrator() {
        sandbox.makeAdministrator();
    }

    @Test
    void a_token_from_the_environment_cannot_be_renewed() {
        sandbox.follow(EXPIRES);

        ProgramRun run = sandbox.run(sandbox.session(), SandboxFixture.SHARE_WITH_TWO);

        assertThat(Digest.of(run)).isEqualTo("""
                exit 5, failed
                role created, trust updated +2
                2000000000000002 failed (InvalidSecurityToken.Expired)
                2000000000000003 failed (InvalidSecurityToken.Expired)
                InvalidSecurityToken.Expired: the security token has expired
                """);
        assertThat(Digest.of(sandbox.calm().run(sandbox.session(), SandboxFixture.SHARE_WITH_TWO)))
                .isEqualTo("""
                exit 0, succeeded
                role unchanged, trust unchanged +0
                2000000000000002 shared
                2000000000000003 shared
                """);
    }

    @Test
    void a_profile_that_assumes_a_role_gets_a_new_one() throws IOException {
        Path configuration = Files.createDirectories(home.resolve(".aliyun")).resolve("config.json");
        Files.writeString(configuration, """
                {"current":"assuming","profiles":[{"name":"assuming","mode":"RamRoleArn",
                  "access_key_id":"LTAI5tSandboxOperator001","access_key_secret":"NotASecretSandboxOperator00001",
                  "ram_role_arn":"%s","ram_session_name":"test","region_id":"cn-hongkong"}]}
                """.formatted(SandboxFixture.ADMINISTRATOR));
        sandbox.follow(EXPIRES);

        ProgramRun run = sandbox.run(
                Map.of(
                        "ALIBABA_CLOUD_ACCESS_KEY_ID", "",
                        "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "",
                        "ALIBABA_CLOUD_PROFILE", "assuming"),
                SandboxFixture.SHARE_WITH_TWO);

        assertThat(Digest.of(run)).isEqualTo("""
                exit 0, succeeded
                role created, trust updated +2
                2000000000000002 shared
                2000000000000003 shared
                """);
    }
}
