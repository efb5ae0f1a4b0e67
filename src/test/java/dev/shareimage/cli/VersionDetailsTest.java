package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionDetailsTest {

    private final VersionDetails details = new VersionDetails(Messages.load("cli", "en"));

    @ParameterizedTest
    @ValueSource(strings = {"--verbose", "-v"})
    void names_version_java_cloud_and_proxy(String verbose) {
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with("HTTPS_PROXY", "http://user:s3cret@proxy.example:3128")
                .run("--version", verbose, "--endpoint", "https://cloud.example");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .hasSize(5)
                .contains(
                        "share-image 1.2.3",
                        "Java: " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor")
                                + ") in " + System.getProperty("java.home"),
                        "cloud: https://cloud.example",
                        "proxy: http://proxy.example:3128");
        assertThat(outcome.out()).doesNotContain("s3cret", "user:");
    }

    @Test
    void names_the_local_cloud_also_if_a_variable_asks_for_it() {
        assertThat(new CommandLineRun()
                        .run("--version", "-v", "--sandbox=/srv/cloud")
                        .out())
                .contains("cloud: the local cloud in /srv/cloud\n", "proxy: none\n");
        assertThat(new CommandLineRun()
                        .with("SHARE_IMAGE_SANDBOX", "/srv/other")
                        .run("list-shares", "-V", "-v")
                        .out())
                .contains("cloud: the local cloud in /srv/other\n");
        assertThat(new CommandLineRun().run("--version", "-v").out()).contains("cloud: Alibaba Cloud");
    }

    @Test
    void a_proxy_that_cannot_be_used_is_told_without_its_address() {
        assertThat(new CommandLineRun()
                        .with("HTTPS_PROXY", "https://user:s3cret@proxy.example")
                        .run("--version", "-v")
                        .out())
                .contains("proxy: HTTPS_PROXY has to be an http:// address")
                .doesNotContain("s3cret");
    }

    @Test
    void the_version_alone_is_one_line() {
        assertThat(new CommandLineRun().run("--version").out()).isEqualTo("share-image 1.2.3\n");
    }

    @Test
    void names_the_archive_that_the_last_option_of_the_jvm_names_and_whether_it_is_used() {
        Optional<List<String>> arguments = Optional.of(List.of(
                "-XX:SharedArchiveFile=/a.jsa",
                "-XX:SharedArchiveFile=/b.jsa",
                "-cp",
                "p.jar",
                "-XX:SharedArchiveFile=/c.jsa"));

        assertThat(details.archive(arguments, "mixed mode, sharing")).isEqualTo("archive of loaded classes: /b.jsa");
        assertThat(details.archive(arguments, "mixed mode"))
                .isEqualTo("archive of loaded classes: /b.jsa, which this Java does not use");
        assertThat(details.archive(Optional.of(List.of("-cp", "p.jar")), "mixed mode, sharing"))
                .isEqualTo("archive of loaded classes: none of this program");
        assertThat(details.archive(Optional.empty(), "mixed mode, sharing"))
                .startsWith("archive of loaded classes: not known");
    }
}
