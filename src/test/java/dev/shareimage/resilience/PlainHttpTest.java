package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent over plain HTTP except to loopback, in whatever form the address is written. */
class PlainHttpTest extends SandboxTestBase {

    private static final List<String> LIST = List.of("list-shares", "--all-images", "-o", "json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.evil.example",
                "http://localhost.evil",
                "http://localhost.",
                "http://localhostregion",
                "http://localhost{region}",
                "http://user@127.0.0.1:80@evil",
                "http://127.0.0.1@evil.example",
                "http://127.0.0.1:80@evil.example",
                "http://user:secret@127.0.0.1",
                "http://127.0.0.1\\@evil.example",
                "http://127.0.0.1%2eevil.example",
                "http://127.0.0.1#@evil.example",
                "http://evil.example#@127.0.0.1",
                "http://evil.example?127.0.0.1",
                "http://evil.example/127.0.0.1",
                "http://[::ffff:8.8.8.8]",
                "http://[::ffff:127.0.0.1]",
                "http://[::1%25eth0]",
                "http://[::]",
                "http://0x7f.1",
                "http://0x7f000001",
                "http://017700000001",
                "http://0177.0.0.1",
                "http://2130706433",
                "http://127.1",
                "http://127.0.0.1.",
                "http://127.0.0.01",
                "http://0.0.0.0",
                "http://10.0.0.1",
                "http:127.0.0.1",
                "http:///127.0.0.1",
                "HTTP://evil.example",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "http://\u0661\u0662\u0667.0.0.1",
                "http://127.0.0.1\u3002evil"
            })
    void every_other_address_is_refused_before_anything_is_sent(String address) {
        refused(run(Map.of("SHARE_IMAGE_ENDPOINT", address)));
        refused(run(Map.of("SHARE_IMAGE_ENDPOINT", "kms=" + address)));
        refused(run(Map.of(), "--endpoint", address));
        refused(run(Map.of(), "--endpoint", "ram=" + address));
        assertThat(sandbox.requests()).isZero();
    }

    @Test
    void a_profile_cannot_lead_elsewhere() throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve(".aliyun")).resolve("config.json"),
                "{\"current\":\"p\",\"profiles\":[{\"name\":\"p\",\"mode\":\"CredentialsURI\","
                        + "\"credentials_uri\":\"http://127.0.0.1.evil.example/\"}]}");

        ProgramRun run = run(Map.of(), "--profile", "p");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.stderr())
                .contains("has to start with https://, or with http:// and a loopback host")
                .doesNotContain("evil");
        assertThat(sandbox.requests()).isZero();
    }

    private static void refused(ProgramRun run) {
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(2);
        assertThat(run.stderr().lines().filter(line -> line.startsWith("share-image: ")))
                .singleElement()
                .asString()
                .contains("--endpoint: the address cannot be used: ")
                .doesNotContain("secret");
    }

    private ProgramRun run(Map<String, String> variables, String... more) {
        List<String> arguments = new ArrayList<>(LIST);
        arguments.addAll(List.of(more));
        return sandbox.run(variables, arguments);
    }
}
