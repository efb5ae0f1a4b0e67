package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.world.Image;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --wait} is an option of the images, so every command that names images has it. */
class WaitForImagesTest {

    private static final String RECIPIENT = "2000000000000002";
    private static final String CREATING = "m-hk0creating00000001";

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share --accounts 2000000000000002 --yes",
                "unshare --accounts 2000000000000002 --yes",
                "list-shares",
                "export",
                "doctor",
                "verify",
                "policy operator"
            })
    void each_command_waits_and_ends_with_its_time_or_with_a_failed_image(String command) {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            CommandLineRun.Outcome late = sides.owner(words(command, CREATING, "--wait", "--timeout", "2s"));
            assertThat(late.exitCode()).as(late.err()).isEqualTo(6);
            assertThat(late.err()).contains("wait for image " + CREATING);

            setStatus(sides, "CreateFailed");
            CommandLineRun.Outcome failed = sides.owner(words(command, CREATING, "--wait"));
            assertThat(failed.exitCode()).as(failed.out() + failed.err()).isEqualTo(3);
            assertThat(failed.out() + failed.err()).contains(CREATING, "CreateFailed");
            assertThat(failed.out()).doesNotContain("schemaVersion: ", "ecs:DescribeImages");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unshare --accounts 2000000000000002 --yes",
                "list-shares",
                "export",
                "policy operator --region cn-hongkong"
            })
    void an_image_that_is_available_is_treated_as_without_it(String command) {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            CommandLineRun.Outcome plain = sides.owner(words(command, OwnerAndRecipient.IMAGE));

            assertThat(sides.owner(words(command, OwnerAndRecipient.IMAGE, "--wait")))
                    .isEqualTo(plain);
            assertThat(plain.exitCode()).isZero();
        }
    }

    @Test
    void an_image_that_is_named_by_its_name_is_waited_for_too() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT)) {
            CommandLineRun.Outcome late =
                    sides.owner("list-shares", "--image-name", "creating-image", "--wait", "--timeout", "2s");

            assertThat(late.exitCode()).as(late.err()).isEqualTo(6);
        }
    }

    private static String[] words(String command, String image, String... more) {
        return Stream.of(List.of(command.split(" ")), List.of("--image-id", image), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static void setStatus(OwnerAndRecipient sides, String status) {
        sides.change(world -> {
            Image image = world.images().stream()
                    .filter(each -> each.id().equals(CREATING))
                    .findFirst()
                    .orElseThrow();
            world.images().put(image.withStatus(status));
        });
    }
}
