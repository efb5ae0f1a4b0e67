package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.domain.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The complete program on the local cloud. */
class SandboxTest {

    private static final String SHARE =
            "share --sandbox=cloud --image-id m-hk0cmk0000000000001 --accounts 2000000000000002 --settle 0s -q ";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shares_and_keeps_its_state() throws Exception {
        assertThat(run(SHARE + "-y --audit-log audit.log")).isZero();
        assertThat(run(SHARE + "--dry-run --exit-code")).isZero();
        assertThat(run("sandbox reset --sandbox=cloud -q")).isZero();
        assertThat(run(SHARE + "--dry-run --exit-code")).isEqualTo(10);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                m-hk0cmk0000000000001	golden-image	account	2000000000000002	shared\t\tcn-hongkong
                m-hk0cmk0000000000001	golden-image	account	2000000000000002	already-shared\t\tcn-hongkong
                m-hk0cmk0000000000001	golden-image	account	2000000000000002	planned\t\tcn-hongkong
                """);
        assertThat(Files.readAllLines(directory.resolve("audit.log")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("{\"time\":\"20")
                        .contains(
                                "\"who\":\"acs:ram::1000000000000001:root\",\"user\":\"alice\",\"command\":\"share\",\"product\":\"ecs\","
                                        + "\"call\":\"ModifyImageSharePermission\"",
                                "\"result\":\"ok\""));
    }

    @Test
    void what_the_recipient_does_in_the_sandbox_is_a_command_that_works_there() {
        assertThat(run(SHARE.replace("-q ", "") + "--accounts 2000000000000003 -y"))
                .isZero();

        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(said).contains("""
                        What the recipient does now, in the sandbox:
                          checks as account 2000000000000002 whether it can launch, and what it still needs:
                            share-image verify --sandbox=cloud --profile 2000000000000002 --region cn-hongkong \
                        --image-id m-hk0cmk0000000000001
                            (in the real cloud, the recipient's steps are listed here: role, key, launch)
                        """).doesNotContain("aliyun ");
        String command = said.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("share-image verify "))
                .findFirst()
                .orElseThrow();
        assertThat(run(command.substring("share-image ".length()) + " -o json"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    @Test
    void the_recipients_commands_of_a_sandboxs_document_and_file_never_reach_the_real_cloud() throws Exception {
        assertThat(run(SHARE + "-y -o json --hand-over send.md")).isZero();

        JsonNode recipient = Json.parse(out.toString(StandardCharsets.UTF_8)).path("recipient");
        List<String> commands = new ArrayList<>(Files.readAllLines(directory.resolve("send.md")));
        recipient.path("commands").forEach(command -> commands.add(command.asText()));
        recipient.path("verify").forEach(command -> commands.add(command.asText()));
        commands.removeIf(line -> !line.startsWith("aliyun ") && !line.startsWith("share-image "));
        assertThat(commands)
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("share-image verify --sandbox=cloud --profile 2000000000000002 ")
                        || line.matches("aliyun \\w+ \\w+ --endpoint 127.0.0.1:8787 --insecure\\b.*"));
    }

    @Test
    void prints_what_other_programs_need() {
        assertThat(run("sandbox env --sandbox=cloud --port 8787")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "export ALIBABA_CLOUD_ACCESS_KEY_ID='",
                        "export SHARE_IMAGE_ENDPOINT='http://127.0.0.1:8787'\n");
    }

    @Test
    void prints_the_credentials_of_the_account_that_is_named() {
        assertThat(run("sandbox env --sandbox=cloud --profile 2000000000000002/launcher"))
                .isZero();
        assertThat(run("sandbox env --sandbox=cloud --profile 2999999999999999"))
                .isEqualTo(2);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("export ALIBABA_CLOUD_ACCESS_KEY_ID='LTAI5tSandboxLauncher001'\n")
                .doesNotContain("Owner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | --profile 2000000000000002 | credentials: the sandbox (2000000000000002) | , from the sandbox (2000000000000002)
            en | -q                         | credentials: the sandbox (1000000000000001) | , from the sandbox (1000000000000001)
            en | --profile real             | credentials: the sandbox (1000000000000001) | , from the sandbox (1000000000000001)
            ja | -q                         | 認証情報: サンドボックス（1000000000000001） | （取得元: サンドボックス（1000000000000001））
            zh | -q                         | 凭证：沙箱（1000000000000001） | ，来自沙箱（1000000000000001）
            """)
    void says_that_the_credentials_are_those_of_the_sandbox(
            String language, String option, String verbose, String check) {
        run("list-shares --sandbox=cloud --all-images -v --lang " + language + " " + option.replace("-q", ""));
        run("doctor --sandbox=cloud --lang " + language + " -o json " + option);

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).contains(verbose);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(check + "\"")
                .doesNotContain("ALIBABA_CLOUD_ACCESS_KEY_ID");
    }

    private int run(String arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        ProcessContext context = new ProcessContext(
                InputStream.nullInputStream(),
                stream,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("USER", "alice"),
                directory,
                directory,
                Terminal.NONE,
                "1.2.3");
        return new Application(context, new DefaultConnectors())
                .run(List.of(arguments.trim().split(" ")));
    }
}
