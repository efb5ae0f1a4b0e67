package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.cli.CommandLineRun.Outcome;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyCommandTest {

    private static final String MANIFEST =
            "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n      - id: m-1\n        accounts: [20000]\n";
    private static final LiveImage IMAGE = new LiveImage(
            ImageRef.parse("cn-hongkong:m-1"),
            "golden",
            List.of(new ShareTarget.Account(new AccountId("20000"))),
            List.of(),
            true);

    private static final String BAD = MANIFEST.replace("[20000]", "[x, 20000]") + "        acounts: []\n";
    private static final String WITH_LIST = """
            schemaVersion: 2
            groups:
              partners: {accounts: "@lists/partners.txt"}
            regions:
              - id: cn-hongkong
                images:
                  - {id: m-1, groups: [partners]}
            """;

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
    void says_everything_that_is_wrong_with_a_manifest_and_calls_nothing() {
        CommandLineRun run = new CommandLineRun().with(service).withInput(BAD);

        Outcome outcome = run.run("apply", "-f", "-", "-y");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("""
                        share-image: -:6:20: this is not an account id: digits only, 16 as a rule, as in 2000000000000002
                        share-image: -:7:9: this is not a member of an image; known are id, accounts, resourceDirectory, folders, setup
                          fix: share-image help apply
                        """);
        assertThat(run.opened()).isEmpty();
    }

    @Test
    void tells_programs_where_everything_is_that_is_wrong() {
        Outcome outcome = new CommandLineRun().with(service).withInput(BAD).run("apply", "-f", "-", "-y", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "command": "apply",
                          "status": "failed",
                          "error": {
                            "code": "Usage",
                            "message": "-:6:20: this is not an account id: digits only, 16 as a rule, as in 2000000000000002; -:7:9: this is not a member of an image; known are id, accounts, resourceDirectory, folders, setup",
                            "requestId": null,
                            "fix": "share-image help apply",
                            "problems": [
                              {
                                "file": "-",
                                "line": 6,
                                "column": 20,
                                "message": "this is not an account id: digits only, 16 as a rule, as in 2000000000000002"
                              },
                              {
                                "file": "-",
                                "line": 7,
                                "column": 9,
                                "message": "this is not a member of an image; known are id, accounts, resourceDirectory, folders, setup"
                              }
                            ]
                          }
                        }
                        """);
    }

    @Test
    void reads_the_lists_beside_the_manifest() throws IOException {
        Files.createDirectories(directory.resolve("manifests/lists"));
        Files.writeString(directory.resolve("manifests/m.yaml"), WITH_LIST);
        Files.writeString(
                directory.resolve("manifests/lists/partners.txt"), "# partners\n20000, 30000\n\n40000 # one\n");

        assertThat(run("apply", "-f", "manifests/m.yaml", "-y").exitCode()).isZero();
        ApplyRequest request = (ApplyRequest) service.requests().get(0);
        assertThat(request.manifest().audience().accounts())
                .extracting(AccountId::value)
                .containsExactly("20000", "30000", "40000");
    }

    @Test
    void says_the_line_of_what_is_wrong_in_a_list() throws IOException {
        Files.createDirectories(directory.resolve("manifests/lists"));
        Files.writeString(directory.resolve("manifests/m.yaml"), WITH_LIST);
        Files.writeString(directory.resolve("manifests/lists/partners.txt"), "20000\n 30000,  SECRET\n");

        Outcome outcome = run("apply", "-f", "manifests/m.yaml", "-y");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("""
                        share-image: manifests/lists/partners.txt:2:10: this is not an account id: digits only, 16 as a rule, as in 2000000000000002
                          fix: share-image help apply
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            absent.txt             | list: there is no file absent.txt
            .                      | list: . cannot be read
            /dev/zero              | list: /dev/zero cannot be read
            "a\\u0000b"              | list: a\uFFFDb cannot be read
            utf-16.txt             | list: utf-16.txt is text in UTF-16, as some editors save it: save it as UTF-8
            large.txt              | list: large.txt has more than 1048576 bytes
            """)
    void says_why_a_list_cannot_be_read(String name, String complaint) throws IOException {
        Files.writeString(directory.resolve("utf-16.txt"), "20000\n", StandardCharsets.UTF_16);
        Files.writeString(directory.resolve("large.txt"), "#".repeat((1 << 20) + 1));
        Files.writeString(directory.resolve("m.yaml"), WITH_LIST.replace("lists/partners.txt", name.replace("\"", "")));

        Outcome outcome = run("apply", "-f", "m.yaml", "-y");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("share-image: m.yaml:3:24: " + complaint + "\n");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void makes_no_call_without_a_manifest() {
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
                        # yaml-language-server: $schema=share-image-manifest.schema.json
                        schemaVersion: 2
                        exported: true # apply takes it only whole: with the total in its last line
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
    void prints_the_schema_of_manifests_without_a_cloud() throws IOException {
        CommandLineRun run = new CommandLineRun().with(service).withoutProfileRegion();

        Outcome outcome = run.run("export", "--schema", "-o", "json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .isEqualTo(Files.readString(
                        Path.of("src/main/resources/dev/shareimage/manifest/share-image-manifest.schema.json")));
        assertThat(run.opened()).isEmpty();
    }

    @Test
    void prints_nothing_of_an_export_that_failed_half_way() {
        service.exporting(List.of(IMAGE), new CloudException(Kind.UNAVAILABLE, "DescribeImages", "Throttling", "busy"));

        Outcome outcome = run("export");

        assertThat(outcome.exitCode()).isEqualTo(6);
        assertThat(outcome.out()).isEmpty();
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
    void an_export_of_an_image_that_is_not_there_fails_as_a_precondition() {
        service.exporting(
                List.of(), new CloudException(Kind.NOT_FOUND, "DescribeImages", "InvalidImageId.NotFound", "absent"));

        Outcome outcome = run("export", "--image-id", "m-1", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("\"code\": \"InvalidImageId.NotFound\"");
    }

    @Test
    void tells_programs_of_an_export_for_which_no_image_fits() {
        Finding none = Finding.fail(CheckId.IMAGE_FOUND, "no image fits", "look");
        service.selecting(new ImageSelection(
                new SelectedImages(List.of(new RegionId("cn-hongkong")), List.of(), Map.of(), List.of(none), Map.of()),
                List.of(),
                List.of()));

        Outcome outcome = run("export", "--image-name", "web-*", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("\"status\": \"failed\"", "\"message\": \"no image fits\"");
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
    void refuses_unknown_personas() {
        assertThat(run("policy").err())
                .contains("no persona is named: give one or several of operator, publisher, recipient");
        assertThat(run("policy", "admin").exitCode()).isEqualTo(2);
        assertThat(run("policy", "operator", "--account-id", "x").exitCode()).isEqualTo(2);
    }

    private Outcome run(String... arguments) {
        return new CommandLineRun().with(service).inDirectory(directory).run(arguments);
    }
}
