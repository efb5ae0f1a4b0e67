package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void the_launchers_value_comes_first() {
        assertThat(Terminal.of(Optional.of("101"), true, TerminalDevice.ofWidth(120)))
                .isEqualTo(new Terminal(true, false, true, 120));
    }

    @Test
    void without_a_launcher_the_console_counts() {
        assertThat(Terminal.of(Optional.empty(), true, TerminalDevice.ofWidth(80)))
                .isEqualTo(new Terminal(true, true, true, 80));
        assertThat(Terminal.of(Optional.of("nonsense"), false, TerminalDevice.ofWidth(80)))
                .isEqualTo(Terminal.NONE);
    }
}
