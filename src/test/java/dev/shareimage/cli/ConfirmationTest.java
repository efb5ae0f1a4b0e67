package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "YES\n", " yes ", "はい\n", "是\n"})
    void yes_is_understood_in_each_language(String answer) throws CloudException {
        assertThat(confirmation(input(answer)).given("Now?")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "n\n", "yesterday\n", "\ny\n"})
    void another_answer_is_no_confirmation(String answer) throws CloudException {
        assertThat(confirmation(input(answer)).given("Now?")).isFalse();
    }

    @Test
    void waiting_for_an_answer_can_be_interrupted() throws IOException {
        try (PipedOutputStream silent = new PipedOutputStream();
                PipedInputStream input = new PipedInputStream(silent)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> confirmation(input).given("Now?"))
                    .isInstanceOfSatisfying(
                            CloudException.class, e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.INTERRUPTED));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Confirmation confirmation(InputStream input) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Confirmation(
                input, new Output(nowhere, nowhere, Terminal.NONE, OutputOptions.PLAIN), Messages.load("cli", "en"));
    }
}
