package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If an image is in another region than the named one, the program says so and prints the correct command. */
class ImageElsewhereTest {

    private static final String IMAGE = "m-sg0cmk0000000000001";

    @TempDir
    private Path home;

    private SandboxFixture fixture;

    @BeforeEach
    void start() {
        fixture = new SandboxFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share --image-id " + IMAGE + " --accounts 2000000000000002 --yes",
                "share --yes --accounts=2000000000000002 --image-id=cn-beijing:" + IMAGE,
                "unshare --image-id " + IMAGE + " --all --yes",
                "list-shares --image-id " + IMAGE,
                "doctor --image-id " + IMAGE,
                "export --image-id " + IMAGE
            })
    void the_command_is_printed_with_the_region_of_the_image(String command) {
        ProgramRun run = fixture.run(command.split(" "));

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(3);
        String[] words = command.replace("cn-beijing:", "")
                .replace(IMAGE, "ap-southeast-1:" + IMAGE)
                .split(" ", 2);
        String right = "share-image " + words[0] + " --endpoint " + fixture.uri() + " " + words[1];
        assertThat(run.stdout() + run.stderr())
                .contains("but in ap-southeast-1")
                .contains("name it with its region: " + right);

        ProgramRun pasted = fixture.run(right.substring("share-image ".length()).split(" "));

        assertThat(pasted.exitCode()).as(pasted.stderr()).isZero();
    }

    @Test
    void a_name_that_nothing_matches_says_nothing_about_other_images() {
        ProgramRun run = fixture.run("list-shares", "--image-name", "no-such-image");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.stderr().lines().filter(line -> !line.startsWith("  fix: ")))
                .containsExactly(
                        "share-image: none of your images in cn-hongkong matches --image-name 'no-such-image'");
    }

    @Test
    void in_a_manifest_it_has_to_move_to_its_region() throws IOException {
        Files.writeString(home.resolve("m.yaml"), """
                schemaVersion: 2
                regions:
                  - id: cn-beijing
                    images:
                      - {id: m-sg0cmk0000000000001, accounts: []}
                """);

        ProgramRun run = fixture.run(List.of("apply", "-f", "m.yaml", "--yes").toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.stderr())
                .contains("image " + IMAGE + " is not in cn-beijing, but in ap-southeast-1")
                .contains("fix: move it to region ap-southeast-1 of the manifest");
    }
}
