package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The first step of the action for GitHub's workflows: it leaves a program whose checksum was verified, or none. */
@DisabledOnOs(OS.WINDOWS)
class ActionInstallTest {

    private static final Path ACTION = Path.of(".github/actions/share-image").toAbsolutePath();
    private static final String NAME = "share-image-1.2.3.tar.gz";

    @TempDir
    private Path directory;

    private Path archive;
    private Path outputs;
    private FileServer server;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void need_what_downloads() {
        FileServer.assumeDownloads();
    }

    @BeforeEach
    void offer_a_release() throws Exception {
        Path offered = Files.createDirectories(directory.resolve("offered/v1.2.3"));
        Layout.at(offered.resolve("share-image-1.2.3"));
        archive = Releases.pack(offered.resolve("share-image-1.2.3"));
        server = new FileServer(directory.resolve("offered"));
        outputs = directory.resolve("outputs");
        environment.putAll(Map.of(
                "PATH", "/usr/bin:/bin",
                "JAVA_HOME", System.getProperty("java.home"),
                "GITHUB_ACTION_PATH", ACTION.toString(),
                "GITHUB_OUTPUT", outputs.toString(),
                "RUNNER_TEMP",
                        Files.createDirectory(directory.resolve("a runner's")).toString(),
                "JAR", "",
                "VERSION", "1.2.3",
                "SHA256", "",
                "REPOSITORY", "somebody/share-image"));
        environment.put("SHARE_IMAGE_RELEASES", server.address("").replaceFirst("/$", ""));
    }

    @AfterEach
    void stop_the_server() {
        server.close();
    }

    @Test
    void installs_a_release_without_an_archive_of_loaded_classes() throws Exception {
        assertThat(install().exitCode()).isZero();

        Path program = program();
        assertThat(program).startsWith(directory.resolve("a runner's"));
        assertThat(ProgramRun.of(environment, List.of(program.toString(), "share"))
                        .stdout())
                .isEqualTo("argument share\nstamp first\ncolor null\n");
        assertThat(program.resolveSibling("../share/share-image/lib/classes.jsa")
                        .normalize())
                .doesNotExist();
    }

    @Test
    void downloads_once_for_all_steps_of_a_job() throws Exception {
        install();
        Path first = program();
        Files.delete(outputs);

        assertThat(install()).isEqualTo(new ProgramRun(0, "", ""));
        assertThat(program()).isEqualTo(first);
        assertThat(server.asked()).containsExactly("v1.2.3/" + NAME, "v1.2.3/" + NAME + ".sha256");
    }

    @Test
    void takes_a_release_that_has_the_checksum_of_the_workflow() throws Exception {
        environment.put("SHA256", Releases.checksum(archive).toUpperCase(Locale.ROOT));

        assertThat(install().exitCode()).isZero();
        assertThat(program()).isExecutable();
        assertThat(server.asked()).containsExactly("v1.2.3/" + NAME);
    }

    @Test
    void refuses_a_release_with_another_checksum_than_that_of_the_workflow() throws Exception {
        environment.put("SHA256", "0".repeat(64));

        refuses("install.sh: " + environment.get("RUNNER_TEMP") + "/" + NAME
                + " is not what its checksum says; nothing was changed");
    }

    @Test
    void refuses_a_release_that_is_not_what_its_own_checksum_says() throws Exception {
        Files.writeString(archive, "something else");

        refuses("install.sh: " + server.address("v1.2.3/" + NAME)
                + " is not what its checksum says; nothing was changed");
    }

    @Test
    void refuses_an_invalid_checksum() throws Exception {
        environment.put("SHA256", "$(touch made)\n::set-env::");

        refuses("sha256 is not a checksum: $(touch made)%0A::set-env::");
    }

    @Test
    void refuses_an_invalid_version() throws Exception {
        environment.put("VERSION", "1.2.3/../../$(touch made)");

        refuses("name the release with version, or a program with jar");
    }

    @Test
    void says_which_jar_is_missing_on_one_line() throws Exception {
        environment.put("JAR", "50%\r\n`touch made`");

        refuses("the jar is missing: 50%25%0D%0A`touch made`");
    }

    @Test
    void takes_a_jar_as_it_is() throws Exception {
        environment.put("JAR", archive.toString());

        assertThat(install()).isEqualTo(new ProgramRun(0, "", ""));
        assertThat(outputs).hasContent("program=\n");
        assertThat(server.asked()).isEmpty();
    }

    private void refuses(String reason) throws Exception {
        ProgramRun run = install();

        assertThat(run.stdout()).isEqualTo("::error title=share-image::" + reason + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(outputs).doesNotExist();
        assertThat(directory.resolve("made")).doesNotExist();
    }

    private ProgramRun install() throws Exception {
        return ProgramRun.of(
                environment,
                List.of("bash", "-c", "cd \"$0\" && bash \"$1\"", directory.toString(), ACTION + "/install.sh"));
    }

    private Path program() throws IOException {
        return Path.of(Files.readString(outputs).strip().replaceFirst("^program=", ""));
    }
}
