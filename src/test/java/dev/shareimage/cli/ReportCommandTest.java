package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.app.ReportRequest;
import dev.shareimage.cli.CommandLineRun.Outcome;
import dev.shareimage.domain.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command on the report of {@code ReportFixture}. */
class ReportCommandTest {

    @TempDir
    private Path directory;

    @Test
    void writes_the_page_and_the_same_beside_it() throws Exception {
        Outcome outcome = run("report", "shares.html");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out().lines().findFirst())
                .contains("1000000000000001\tcn-hongkong\tm-hk0001\tgolden-image\tyes\taccount\t2000000000000002"
                        + "\t2026-11-30T10:00:00Z\tyes\ttrusted\t\t");
        assertThat(outcome.err()).contains("Wrote " + directory.resolve("shares.html") + ", and the same content as ");
        assertThat(files()).containsExactly("shares.csv", "shares.html", "shares.json");
        assertThat(directory.resolve("shares.html"))
                .content()
                .startsWith("<!doctype html>")
                .contains("golden-image");
        assertThat(directory.resolve("shares.csv"))
                .content()
                .startsWith("account,region,imageId,imageName,encrypted,type,sharedWith,sharedAt,trusted,reason,until,"
                        + "resourceShareId\n1000000000000001,cn-hongkong,m-hk0001,");
        JsonNode document = Json.parse(Files.readString(directory.resolve("shares.json")));
        assertThat(document.get("command").textValue()).isEqualTo("report");
        assertThat(document.get("status").textValue()).isEqualTo("partial");
        assertThat(document.get("findings")).hasSize(7);
    }

    @Test
    void without_a_name_the_page_has_the_usual_one() throws IOException {
        run("report");

        assertThat(files())
                .containsExactly("share-image-report.csv", "share-image-report.html", "share-image-report.json");
    }

    @Test
    void a_requested_format_is_printed_and_no_file_is_written() throws Exception {
        Outcome outcome = run("report", "-o", "json");

        assertThat(files()).isEmpty();
        assertThat(Json.parse(outcome.out())
                        .get("images")
                        .get(0)
                        .get("shares")
                        .get(1)
                        .toString())
                .isEqualTo("{\"type\":\"account\",\"id\":\"3000000000000003\",\"sharedAt\":\"2026-11-30T10:00:00Z\","
                        + "\"trusted\":false,\"reason\":\"not-covered\",\"until\":null,\"resourceShareId\":null}");
    }

    @Test
    void a_hyphen_is_standard_output() throws IOException {
        Outcome outcome = run("report", "-");

        assertThat(files()).isEmpty();
        assertThat(outcome.out()).startsWith("<!doctype html>").endsWith("</html>\n");
    }

    @Test
    void on_a_terminal_the_findings_are_told_each_with_its_repair() {
        Outcome outcome =
                new CommandLineRun().inDirectory(directory).onTerminal(200).run("report", "x.html", "--no-color");

        assertThat(outcome.out())
                .startsWith("fail         not-trusted: 3000000000000003 has 1 encrypted image and cannot use it: ")
                .contains("\n               fix: share-image set-trust --profile images --accounts 3000000000000003\n")
                .endsWith("\n4 images, 6 shares: 7 findings open, 0 accepted\n");
    }

    @Test
    void reports_are_joined_offline_with_their_exceptions() throws Exception {
        run("report", "a.html");
        Files.writeString(directory.resolve("e.yaml"), """
                schemaVersion: 1
                exceptions:
                  - {finding: not-trusted, target: "3000000000000003", reason: ticket 4711, until: 2027-01-31}
                  - {finding: no-role, reason: nobody, until: 2027-01-31}
                """);
        assertThat(run("report", "b.html", "--exceptions", "e.yaml").err())
                .contains("the exception for no-role (nobody) matches no finding");

        CommandLineRun joining = new CommandLineRun().inDirectory(directory);
        Outcome outcome = joining.run("report", "--merge", "a.json", "b.json", "all.html", "--lang", "ja");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(joining.opened()).isEmpty();
        JsonNode document = Json.parse(Files.readString(directory.resolve("all.json")));
        assertThat(document.get("findings").findValuesAsText("reason")).containsExactly("ticket 4711");
        assertThat(document.get("findings").get(6).get("accepted").toString())
                .isEqualTo("{\"reason\":\"ticket 4711\",\"until\":\"2027-01-31\",\"expired\":false}");
        assertThat(directory.resolve("all.html")).content().contains("<html lang=\"ja\">", "ticket 4711");
    }

    @Test
    void manifest_says_which_regions_are_read_and_what_is_compared() throws IOException {
        Files.writeString(directory.resolve("m.yaml"), """
                schemaVersion: 2
                regions:
                  - {id: cn-beijing, images: []}
                  - {id: cn-shanghai, images: []}
                """);
        FakeService service = new FakeService();

        new CommandLineRun().inDirectory(directory).with(service).run("report", "--against", "m.yaml", "-o", "json");

        ReportRequest request = (ReportRequest) service.requests().get(0);
        assertThat(request.against().name()).isEqualTo("m.yaml");
        assertThat(request.images().images().regions())
                .extracting(region -> region.value())
                .containsExactly("cn-beijing", "cn-shanghai");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    report nowhere/x.html | nowhere/x.html: no file can be written there
                    report . | .: no file can be written there
                    report - --open | - and --open exclude each other
                    report - -o json | - and --output exclude each other
                    report --merge absent.json | --merge: there is no file absent.json
                    report --merge broken.json | --merge: broken.json is not a report of this program; make one with share-image report
                    report --exceptions broken.json | broken.json:1:2: this is not a member of the file; known are schemaVersion, exceptions
                    """)
    void nothing_is_called_for_what_makes_no_sense(String arguments, String complaint) throws IOException {
        Files.writeString(directory.resolve("broken.json"), "{\"a\":1}\n");
        CommandLineRun run = new CommandLineRun().inDirectory(directory);

        Outcome outcome = run.run(arguments.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(complaint);
        assertThat(run.opened()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_page_is_opened_in_the_browser_of_the_environment() throws Exception {
        Path browser = Files.writeString(directory.resolve("browser"), "#!/bin/sh\nprintf '%s' \"$1\" >\"$0.shown\"\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));

        new CommandLineRun()
                .inDirectory(directory)
                .with("BROWSER", browser.toString())
                .run("report", "p.html", "--open");

        Path shown = directory.resolve("browser.shown");
        for (int i = 0; i < 500 && (!Files.exists(shown) || Files.size(shown) == 0); i++) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        assertThat(shown).hasContent(directory.resolve("p.html").toString());
        assertThat(new CommandLineRun()
                        .inDirectory(directory)
                        .with("BROWSER", "/no/browser")
                        .run("report", "p.html", "--open")
                        .err())
                .contains("there is no browser here; open ");
    }

    private Outcome run(String... arguments) {
        return new CommandLineRun().inDirectory(directory).run(arguments);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
