package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

/** Every command accepts the common options; its help and its manual show those that change something there. */
class OptionsWithoutEffectTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sandbox env            | --region --all-regions --endpoint --timeout --max-attempts --concurrency --settle --audit-log
            policy recipient       | --all-images --settle --yes --dry-run
            check-region           | --all-regions --endpoint --timeout --max-attempts --concurrency --settle --audit-log
            help share             | --output --columns --quiet --verbose --debug --region
            generate-completion sh | --output --columns --quiet --verbose --debug --region
            list-shares            | --settle --yes
            """)
    void are_left_out_of_help_and_manual(String line, String options) {
        String command = line.split(" ")[0];
        String help = new CommandLineRun().run("help", command).out();
        String manual = new Manual(Messages.load("help", "en"), "1").command(command);

        for (String option : options.split(" ")) {
            assertThat(help).doesNotContainPattern(option + "[ =\\[]");
            assertThat(manual).doesNotContainPattern(option.replace("-", "\\\\-") + "[=\\[\\\\]");
        }
    }

    @Test
    void are_accepted_before_and_after_the_command() {
        String[] common = {"--timeout", "9s", "--settle", "1s", "--all-regions", "--audit-log", "log", "--dry-run", "-q"
        };

        for (List<String> command : List.of(
                List.of("policy", "recipient"), List.of("help"), List.of("sandbox", "env", "--sandbox=" + directory))) {
            assertThat(run(Stream.concat(Stream.of(common), command.stream()))).isZero();
            assertThat(run(Stream.concat(command.stream(), Stream.of(common)))).isZero();
        }
    }

    @Test
    void the_time_to_settle_is_shown_where_a_trust_policy_may_be_written() {
        List<String> showing = Commands.NAMES.stream()
                .filter(name -> UsageHelp.shown(spec(name), "change").stream()
                        .anyMatch(option -> option.longestName().equals("--settle")))
                .toList();

        assertThat(showing).containsExactly("create-role", "set-trust", "share", "unshare", "apply");
    }

    private static int run(Stream<String> arguments) {
        return new CommandLineRun().run(arguments.toArray(String[]::new)).exitCode();
    }

    private static CommandSpec spec(String name) {
        return Commands.program().getSubcommands().get(name).getCommandSpec();
    }
}
