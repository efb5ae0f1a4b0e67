package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program says whose credentials it uses, or why it can use none. It never continues as another identity. */
class CredentialsInUseTest extends SandboxTestBase {

    private static final Map<String, String> NO_KEY =
            Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "");
    private static final String KEY = "\"mode\":\"AK\",\"access_key_id\":\"" + CredentialFixtures.KEY
            + "\",\"access_key_secret\":\"" + CredentialFixtures.SECRET + "\",\"region_id\":\"cn-hongkong\"";

    @BeforeEach
    void makeAdministrator() {
        sandbox.makeAdministrator();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cn-hongkong"})
    void a_profile_that_does_not_exist_is_told_with_those_that_do(String region) throws IOException {
        config("{\"current\":\"one\",\"profiles\":[{\"name\":\"one\"," + KEY + "},{\"name\":\"two\"," + KEY + "}]}");

        ProgramRun run =
                run(Map.of("ALIBABA_CLOUD_REGION_ID", region), "list-shares", "--all-images", "--profile", "three");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.stderr()).contains("there is no profile 'three'; there is 'one', 'two'");
    }

    @Test
    void a_profile_of_the_environment_that_does_not_exist_is_told_too() throws IOException {
        config("{\"current\":\"one\",\"profiles\":[{\"name\":\"one\"," + KEY + "}]}");
        Map<String, String> environment = new LinkedHashMap<>(NO_KEY);
        environment.put("ALIBABA_CLOUD_REGION_ID", "");
        environment.put("ALIBABA_CLOUD_PROFILE", "three");

        ProgramRun run = run(environment, "create-role", "--dry-run");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.stderr()).contains("there is no profile 'three'; there is 'one'");
    }

    @ParameterizedTest
    @CsvSource({
        "en, the profile in use is 'gone'; which does not exist, only if this one is not set up",
        "ja, 使用中のプロファイルは 'gone' ですが、存在しません, この取得元が設定されていない場合だけ",
        "zh, 正在使用的配置是 'gone'，但它不存在, 只有未设置此来源时"
    })
    void what_is_set_up_and_cannot_be_used_is_an_error_in_each_language(String language, String problem, String fix)
            throws IOException {
        config("{\"current\":\"gone\",\"profiles\":[{\"name\":\"one\"," + KEY + "}]}");
        shared();
        int before = sandbox.requests();

        ProgramRun run =
                run(NO_KEY, "list-shares", "--all-images", "--lang", language, "-o", "json", "--region", "cn-hongkong");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.stderr()).contains(problem.replace(';', ','), fix);
        assertThat(run.stdout()).contains("\"code\": \"UnusableCredentials\"", problem.replace(';', ','));
        assertThat(sandbox.requests()).isEqualTo(before);
    }

    @Test
    void doctor_and_verbose_say_where_the_credentials_come_from() throws IOException {
        config("{\"current\":\"one\",\"profiles\":[{\"name\":\"one\"," + KEY + "}]}");
        String place = "profile 'one' of " + home.resolve(".aliyun/config.json") + " (mode AK)";

        ProgramRun listing = run(NO_KEY, "list-shares", "--all-images", "-v");
        ProgramRun doctor = run(NO_KEY, "doctor", "-o", "json");

        assertThat(listing.stderr().lines()).contains("credentials: " + place);
        assertThat(doctor.stdout())
                .contains(
                        "the credentials belong to acs:ram::1000000000000001:user/operator of account 1000000000000001,"
                                + " from " + place.replace("\"", "\\\""));
        assertThat(run(NO_KEY, "list-shares", "--all-images").stderr()).doesNotContain("credentials:");
    }

    @Test
    void doctor_says_what_is_wrong_and_what_to_do() throws IOException {
        config("{\"current\":\"one\",\"profiles\":[{\"name\":\"one\",\"mode\":\"AK\",\"access_key_id\":\"a\","
                + "\"region_id\":\"cn-hongkong\"}]}");
        shared();

        ProgramRun run = run(NO_KEY, "doctor");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.stdout() + run.stderr())
                .contains("access_key_secret is missing; mode AK needs access_key_id, access_key_secret")
                .contains("correct what is named, or remove it")
                .doesNotContain("set ALIBABA_CLOUD_ACCESS_KEY_ID and");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | there are no credentials | set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run aliyun configure, or run on an ECS instance with a RAM role; to try without an account: --sandbox
            ja | 認証情報がありません | ALIBABA_CLOUD_ACCESS_KEY_ID と ALIBABA_CLOUD_ACCESS_KEY_SECRET を設定するか、aliyun configure を実行するか、RAM ロールのある ECS インスタンスで実行してください。アカウントなしで試すには: --sandbox
            zh | 没有凭证 | 请设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET，或运行 aliyun configure，或在带有 RAM 角色的 ECS 实例上运行；没有账号时可用 --sandbox 试用
            """)
    void without_credentials_every_command_gives_the_same_advice_once(String language, String problem, String fix) {
        Map<String, String> nothing = new LinkedHashMap<>(NO_KEY);
        nothing.put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        for (String command :
                List.of("list-shares --all-images", "doctor", "verify --image-id m-hk0cmk0000000000001")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.addAll(List.of("--lang", language, "-o", "json"));

            String document = sandbox.run(nothing, arguments).stdout();

            assertThat(document).contains(problem + "\"", "\"fix\": \"" + fix + "\"");
            assertThat(document).doesNotContain(problem + ".", problem + "。");
        }
    }

    private ProgramRun run(Map<String, String> environment, String... arguments) {
        return sandbox.run(environment, new ArrayList<>(List.of(arguments)));
    }

    private void config(String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".aliyun")).resolve("config.json"), text);
    }

    /** Other credentials, later in the chain. */
    private void shared() throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve(".alibabacloud")).resolve("credentials"),
                "[default]\naccess_key_id = LTAI5tSandboxOwner000001\n"
                        + "access_key_secret = NotASecretSandboxOwner00000001\n");
    }
}
