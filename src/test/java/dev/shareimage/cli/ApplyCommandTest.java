package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ShareService.ApplyRequest;
import dev.shareimage.app.ShareService.ListRequest;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.cli.CommandLineRun.Outcome;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {

    private static final String MANIFEST =
            "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n      - id: m-1\n        accounts: [20000]\n";
    private static final LiveImage IMAGE = new LiveImage(
            new ImageId("m-1"), "golden", List.of(new ShareTarget.Account(new AccountId("20000"))), List.of(), true);

    @TempDir
    Path directory;

    private final FakeService service = new FakeService();

    @Test
    void applies_what_the_file_says() throws IOException {
        Files.writeString(directory.resolve("m.yaml"), MANIFEST);

        Outcome outcome = run("apply", "-f", "m.yaml", "--prune", "--force", "--no-setup", "-y");

        assertThat(outcome.exitCode()).isZero();
        assertThat(service.requests())
                .containsExactly(new ApplyRequest(
                        ManifestReader.read("m.yaml", MANIFEST),
                        Map.of(
                                new RegionId("cn-hongkong"),
                                List.of(Finding.pass(
                                        CheckId.REGION_LISTED,
                                        "sharing of encrypted images is listed for cn-hongkong (as of 2024-01-17)"))),
                        true,
                        true,
                        false));
    }

    @Test
    void reads_standard_input() {
        CommandLineRun run = new CommandLineRun().with(service).withInput(MANIFEST);

        assertThat(run.run("apply", "-f", "-", "-y").exitCode()).isZero();
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void calls_nothing_for_a_bad_manifest() {
        CommandLineRun run = new CommandLineRun().with(service).withInput(MANIFEST + "        acounts: []\n");

        Outcome outcome = run.run("apply", "-f", "-", "-y", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("--file: -:7: this is no member of an image; known are id, accounts, resourceDirectory,"
                        + " folders, setup");
        assertThat(run.opened()).isEmpty();
    }

    @Test
    void calls_nothing_without_a_manifest() {
        assertThat(run("apply", "-y").exitCode()).isEqualTo(2);
        assertThat(run("apply", "-f", "absent.yaml", "-y").exitCode()).isEqualTo(2);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void exports_yaml_whatever_form_is_asked_for() {
        service.exporting(List.of(IMAGE), null);

        Outcome outcome = run("export", "-o", "json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                        schemaVersion: 1
                        exported: true # apply reads it to its end alone: the line with the total
                        regions:
                          - id: cn-hongkong
                            images:
                              - id: m-1 # golden
                                accounts: ["20000"]
                        total: {images: 1, targets: 1}
                        """);
        assertThat(service.requests()).containsExactly(new ListRequest(new RegionId("cn-hongkong"), List.of()));
    }

    @Test
    void spoils_an_export_that_was_cut_off() {
        service.exporting(List.of(IMAGE), new CloudException(Kind.UNAVAILABLE, "DescribeImages", "Throttling", "busy"));

        Outcome outcome = run("export");

        assertThat(outcome.exitCode()).isEqualTo(6);
        assertThat(outcome.out()).endsWith("\nincomplete: true # the export failed; this is not the whole state\n");
    }

    @Test
    void names_the_region_of_a_manifest_that_could_not_be_applied() {
        Outcome outcome = new CommandLineRun()
                .with(service.failing(new CloudException(Kind.UNAVAILABLE, "GetCallerIdentity", "Throttling", "busy")))
                .withInput(MANIFEST.replace("cn-hongkong", "cn-beijing"))
                .run("apply", "-f", "-", "-y", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(6);
        assertThat(outcome.out()).contains("\"region\": \"cn-beijing\"");
    }

    @Test
    void tells_programs_of_an_export_that_never_began() {
        service.exporting(List.of(), new CloudException(Kind.UNAVAILABLE, "DescribeImages", "Throttling", "busy"));

        assertThat(run("export", "-o", "json").out()).contains("\"status\": \"failed\"", "\"code\": \"Throttling\"");
    }

    @Test
    void prints_bare_policy_documents_and_names_only_on_request() {
        Outcome bare = run("policy", "recipient", "--account-id", "20000", "--region", "cn-hongkong");
        Outcome named = run("policy", "recipient", "publisher", "-o", "json");

        assertThat(bare.exitCode()).isZero();
        assertThat(bare.out()).startsWith("{\n  \"Version\": \"1\",").contains("\"acs:ecs:cn-hongkong:20000:image/*\"");
        assertThat(named.out())
                .contains(
                        "\"schemaVersion\": 1,\n  \"command\": \"policy\",\n  \"status\": \"succeeded\",",
                        "\"name\": \"ShareImageRecipient\"",
                        "\"name\": \"ShareImagePublisher\"");
        assertThat(named.err()).contains("resourcemanager:GetFolder");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void refuses_unknown_duties() {
        assertThat(run("policy").err()).contains("no duty is named: one or several of operator, publisher, recipient");
        assertThat(run("policy", "admin").exitCode()).isEqualTo(2);
        assertThat(run("policy", "operator", "--account-id", "x").exitCode()).isEqualTo(2);
    }

    private Outcome run(String... arguments) {
        return new CommandLineRun().with(service).inDirectory(directory).run(arguments);
    }
}
