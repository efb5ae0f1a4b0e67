package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ListRequest;
import dev.shareimage.cli.options.EnvironmentDefaults;
import dev.shareimage.domain.RegionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class EnvironmentTest {

    private final FakeService service = new FakeService();
    private final CommandLineRun program = new CommandLineRun().with(service);

    @Test
    void every_option_has_a_variable_unless_it_names_what_to_change_or_skips_a_safeguard() {
        List<OptionSpec> options = ProgramModel.options();

        assertThat(options.stream()
                        .filter(option -> EnvironmentDefaults.variable(option).isEmpty())
                        .map(OptionSpec::longestName)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "--image-id",
                        "--image-name",
                        "--image-family",
                        "--image-tag",
                        "--newest",
                        "--packer-manifest",
                        "--all-images",
                        "--copy-to",
                        "--accounts",
                        "--resource-directory",
                        "--folder",
                        "--file",
                        "--prune",
                        "--all",
                        "--prune-trust",
                        "--replace",
                        "--remove",
                        "--yes",
                        "--force",
                        "--help",
                        "--version");
        assertThat(options.stream()
                        .filter(option -> option.longestName().equals("--allow-unlisted-region"))
                        .map(EnvironmentDefaults::variable))
                .containsExactly(Optional.of("SHARE_IMAGE_ALLOW_UNLISTED_REGION"));
    }

    @Test
    void all_malformed_variables_are_named_at_once_and_none_that_an_option_replaces() {
        CommandLineRun.Outcome outcome = program.with("SHARE_IMAGE_TIMEOUT", "soon")
                .with("SHARE_IMAGE_CONCURRENCY", "many")
                .with("SHARE_IMAGE_SETTLE", "${sys:user.home}")
                .run("list-shares", "--settle", "1s");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("share-image: SHARE_IMAGE_TIMEOUT: this is not a duration, as in 500ms, 30s, 5m or 1h;"
                        + " SHARE_IMAGE_CONCURRENCY: this is not a whole number from 1 to 128\n");
    }

    @Test
    void the_region_comes_from_the_option_then_our_variable_then_the_vendors_then_the_profile() {
        program.run("list-shares");
        program.with("ALIBABA_CLOUD_REGION_ID", "cn-beijing").run("list-shares");
        program.with("SHARE_IMAGE_REGION", "cn-shanghai").run("list-shares");
        program.run("list-shares", "--region", "ap-southeast-1");

        assertThat(service.requests())
                .containsExactlyElementsOf(Stream.of("cn-hongkong", "cn-beijing", "cn-shanghai", "ap-southeast-1")
                        .map(region -> new ListRequest(new RegionId(region), List.of()))
                        .toList());
    }

    @Test
    void variables_set_options() {
        program.with("SHARE_IMAGE_ENDPOINT", "http://127.0.0.1:1,kms=https://kms.example.com")
                .with("SHARE_IMAGE_TIMEOUT", "30s")
                .with("SHARE_IMAGE_CONCURRENCY", "2")
                .with("SHARE_IMAGE_SANDBOX", "yes")
                .with("SHARE_IMAGE_AUDIT_LOG", "audit.log")
                .with("SHARE_IMAGE_PROFILE", "work")
                .run("list-shares");

        assertThat(program.opened().get(0)).satisfies(options -> {
            assertThat(options.endpoints()).containsExactly("http://127.0.0.1:1", "kms=https://kms.example.com");
            assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(options.concurrency()).isEqualTo(2);
            assertThat(options.sandbox()).isPresent();
            assertThat(options.auditLog()).hasValue(Path.of("audit.log"));
            assertThat(options.profile()).hasValue("work");
        });
    }

    @Test
    void a_variable_cannot_name_what_to_change() {
        CommandLineRun.Outcome outcome = program.with("SHARE_IMAGE_IMAGE_ID", "m-1")
                .with("SHARE_IMAGE_ACCOUNTS", "2000000000000002")
                .with("SHARE_IMAGE_YES", "true")
                .run("share");

        assertThat(outcome.err()).startsWith("share-image: no image is named");
    }

    @Test
    void no_is_no_and_nonsense_is_an_error() {
        assertThat(program.with("SHARE_IMAGE_QUIET", "no").run("list-shares").exitCode())
                .isZero();

        CommandLineRun.Outcome outcome =
                program.with("SHARE_IMAGE_QUIET", "maybe").run("list-shares");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("share-image: SHARE_IMAGE_QUIET: this is neither true nor false");
    }

    @Test
    void the_output_format_from_the_environment_applies_to_errors_too() {
        CommandLineRun.Outcome outcome =
                program.with("SHARE_IMAGE_OUTPUT", "json").run("shar");

        assertThat(outcome.out()).contains("\"code\": \"Usage\"");
    }
}
