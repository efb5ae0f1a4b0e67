package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cli.view.DisplayWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineCommandsTest {

    private final CommandLineRun program = new CommandLineRun();

    @Test
    void check_region_tells_of_the_configured_region() {
        CommandLineRun.Outcome outcome = program.run("check-region", "-o", "json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "command": "check-region",
                  "status": "succeeded",
                  "asOf": "2024-01-17",
                  "regions": [
                    {
                      "regionId": "cn-hongkong",
                      "name": "China (Hong Kong)",
                      "listed": true,
                      "zones": [
                        {
                          "zoneId": "cn-hongkong-b",
                          "listed": true
                        },
                        {
                          "zoneId": "cn-hongkong-c",
                          "listed": true
                        },
                        {
                          "zoneId": "cn-hongkong-d",
                          "listed": true,
                          "note": "zone cn-hongkong-d cannot encrypt a system disk when an instance is created: the recipient launches in another one"
                        }
                      ]
                    }
                  ]
                }
                """);
        assertThat(program.opened()).isEmpty();
    }

    @Test
    void check_region_warns_of_zones_where_a_system_disk_cannot_be_encrypted() {
        assertThat(program.run("check-region", "--zone", "ap-southeast-1a,ap-southeast-1b")
                        .err())
                .isEqualTo("Warning: zone ap-southeast-1a cannot encrypt a system disk when an instance is created: the"
                        + " recipient launches in another one\n");
    }

    @Test
    void check_region_fails_for_what_is_not_listed() {
        CommandLineRun.Outcome outcome =
                program.run("check-region", "us-west-1", "--zone", "ap-southeast-1a,cn-beijing-z");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("""
                us-west-1		no	\t
                ap-southeast-1	Singapore	yes	ap-southeast-1a	yes
                cn-beijing	China (Beijing)	yes	cn-beijing-z	no
                """);
        assertThat(outcome.err()).isEqualTo("""
                Warning: zone ap-southeast-1a cannot encrypt a system disk when an instance is created: the recipient\
                 launches in another one
                share-image: not listed: us-west-1, cn-beijing-z (as of 2024-01-17)
                  fix: see what is listed: share-image check-region --all; to let the cloud decide, share with\
                 --allow-unlisted-region
                """);
    }

    @Test
    void check_region_says_why_a_region_cannot_work() {
        CommandLineRun.Outcome outcome = program.run("check-region", "cn-nanjing", "ap-southeast-7");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("""
                Warning: China (Nanjing) (cn-nanjing) has no encrypted disks, so that encrypted images cannot be shared there
                Warning: Thailand (Bangkok) (ap-southeast-7) has no customer-managed keys, so that encrypted images cannot\
                 be shared there
                share-image: not listed: cn-nanjing, ap-southeast-7 (as of 2024-01-17)
                  fix: copy the image to a region that is listed and share the copy: share-image check-region --all shows\
                 them
                """);
    }

    @Test
    void check_region_notes_the_reason_in_its_document() {
        assertThat(program.run("check-region", "cn-fuzhou", "-o", "json").out())
                .contains(
                        "\"note\": \"China (Fuzhou) (cn-fuzhou) has no customer-managed keys, so that encrypted images"
                                + " cannot be shared there\"");
    }

    @Test
    void check_region_asks_what_was_meant() {
        assertThat(program.run("check-region", "cn-hongkon").err())
                .contains("  fix: did you mean cn-hongkong? see what is listed: share-image check-region --all");
        assertThat(program.run("check-region", "cn-hangzhou").err()).doesNotContain("did you mean");
        assertThat(program.run("check-region", "--zone", "cn-beijing-z").err()).doesNotContain("did you mean");
    }

    @Test
    void check_region_knows_all_listed_regions() {
        assertThat(program.run("check-region", "--all").out().lines()).hasSize(29);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh"})
    void check_region_is_one_table_on_a_narrow_terminal_without_names_beside_the_ids(String language) {
        String list = new CommandLineRun()
                .onTerminal(60)
                .run("check-region", "--all", "--lang", language, "--no-color")
                .out();

        assertThat(list.lines())
                .hasSize(30)
                .allMatch(line -> DisplayWidth.of(line) <= 60)
                .noneMatch(line -> line.contains("Hong Kong"))
                .filteredOn(line -> line.contains("cn-hongkong-b"))
                .hasSize(1);
    }

    @Test
    void set_trust_prints_what_the_targets_alone_give() {
        CommandLineRun.Outcome outcome = program.run(
                "set-trust", "--print", "--accounts", "2000000000000002", "--resource-directory", "rd-3G0000");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                {
                  "Version": "1",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": "sts:AssumeRole",
                      "Principal": {
                        "Service": [
                          "2000000000000002@ecs.aliyuncs.com"
                        ]
                      }
                    },
                    {
                      "Effect": "Allow",
                      "Action": "sts:AssumeRole",
                      "Principal": {
                        "Service": [
                          "*@ecs.aliyuncs.com"
                        ]
                      },
                      "Condition": {
                        "StringEquals": {
                          "sts:ServiceOwnerRDId": "rd-3G0000"
                        }
                      }
                    }
                  ]
                }
                """);
        assertThat(program.opened()).isEmpty();
    }

    @Test
    void the_completion_script_is_sound_and_knows_every_command(@TempDir Path directory)
            throws IOException, InterruptedException {
        String script = program.run("generate-completion").out();
        Path file = Files.writeString(directory.resolve("completion.bash"), script);

        assertThat(new ProcessBuilder("bash", "-n", file.toString()).start().waitFor())
                .isZero();
        assertThat(Commands.NAMES).allSatisfy(name -> assertThat(script).contains(name));
        assertThat(script).contains("--resource-directory", "table", "yaml");
    }
}
