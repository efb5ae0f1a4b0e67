package dev.shareimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the program asks of Java before it does anything else. */
class MainTest {

    private final Properties before = (Properties) System.getProperties().clone();

    @AfterEach
    void restore_the_properties() {
        System.setProperties(before);
    }

    /** Without this, Java 22 to 24 report a terminal in every pipeline. */
    @Test
    void takes_the_console_that_is_there_only_with_a_terminal() {
        System.clearProperty("jdk.console");

        Main.setProperties();

        assertThat(System.getProperty("jdk.console")).isEqualTo("java.base");
    }

    @Test
    void leaves_a_property_of_the_user_as_it_is() {
        System.setProperty("jdk.console", "jdk.internal.le");

        Main.setProperties();

        assertThat(System.getProperty("jdk.console")).isEqualTo("jdk.internal.le");
    }
}
