package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cli.CommandLineRun.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If standard output cannot be written, the exit code is 9 and standard error says whether something was done. */
class UnwrittenOutputTest {

    private static final String LOST =
            "share-image: the result could not be written to standard output; nothing was changed in the cloud, and the"
                    + " command can be repeated\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "--help",
                "share --help",
                "help",
                "help apply",
                "generate-completion",
                "check-region cn-hongkong",
                "check-region --all -o json",
                "check-region nowhere -o json",
                "set-trust --accounts 2000000000000002 --print",
                "policy recipient",
                "list-shares --all-images",
                "list-shares -o csv",
                "doctor -o yaml",
                "frobnicate -o json",
                "share -o json"
            })
    void ends_with_its_own_code(String arguments) {
        Outcome outcome = new CommandLineRun().withFullDisk().run(arguments.split(" "));

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(9);
        assertThat(outcome.err()).endsWith(LOST);
    }

    @Test
    void a_failure_that_needs_no_standard_output_keeps_its_code() {
        assertThat(new CommandLineRun().withFullDisk().run("frobnicate").exitCode())
                .isEqualTo(2);
    }
}
