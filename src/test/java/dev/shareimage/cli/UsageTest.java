package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.ShareListing;
import dev.shareimage.domain.InvalidValueException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad input leads to exit code 2, one clear sentence, empty standard output, and no call. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        shar | there is no command shar; did you mean share?
        shar --image x | there is no command shar; did you mean share?
        frobnicate | there is no command frobnicate
        --image-idd m-1 | there is no option --image-idd; did you mean --image-id?
        share --frobnicate | there is no option --frobnicate
        share -Z | there is no option -Z
        share --image-id | --image-id needs a value; nobody is named: give --accounts UID,... or --resource-directory or --folder fd-...
        share --image-id --accounts 2000000000000002 | --image-id needs a value
        share --image-id m-1 | nobody is named: give --accounts UID,... or --resource-directory or --folder fd-...
        share --accounts 2000000000000002 | no image is named: give --image-id m-...
        share --image-id m-1 --accounts , | --accounts: the list is empty
        share --image-id m-1 --accounts 2000000000000002 surplus | unexpected argument surplus; a list has commas between its entries
        share --image-id m-1 --accounts @missing.txt | --accounts: there is no file missing.txt
        share --image-id x --accounts abc,2000000000000002,2e15 | 'x' is not an image id: it starts with m-, as in m-bp1caf3yicx5jlfl0001; 'abc' is not an account id: digits only, 16 as a rule, as in 2000000000000002; '2e15' is not an account id: digits only, 16 as a rule, as in 2000000000000002
        share --image-id m-1 --accounts ２０００００００００００００００２ | '２０００００００００００００００２' is not an account id: digits only, 16 as a rule, as in 2000000000000002
        share --image-id m-1 --folder x | 'x' is neither a folder id, as in fd-Jyl5U70000, nor a folder's path, as in rd-3G0000/r-Wm0000/fd-Jyl5U70000
        share --image-id m-1 --folder rd-3G0000/fd-1 | 'rd-3G0000/fd-1' is not a folder's path: it has the form rd-…/r-…/fd-…, as in rd-3G0000/r-Wm0000/fd-Jyl5U70000
        share --image-id m-1 --resource-directory=fd-1 | --resource-directory: 'fd-1' is not a resource directory id: it starts with rd-, as in rd-3G0000
        share --image-id m-1 --resource-directory= | --resource-directory has an empty value
        share --image-id m-1 --accounts 2000000000000002 --output xml | --output: 'xml' is not one of table, tsv, json, yaml, csv, markdown
        share --image-id m-1 --accounts 2000000000000002 --timeout 5 | --timeout: '5' is not a duration, as in 500ms, 30s, 5m or 1h
        share --image-id m-1 --accounts 2000000000000002 --timeout 0s | --timeout: '0s' is zero; give a longer duration
        share --image-id m-1 --accounts 2000000000000002 --concurrency 0 | --concurrency: '0' is not a whole number from 1 to 128
        share --image-id m-1 --accounts 2000000000000002 --max-attempts many | --max-attempts: 'many' is not a whole number from 1 to 100
        share --image-id m-1 --accounts 2000000000000002 --region CN | 'CN' is not a region id, as in cn-hongkong
        share --image-id m-1 --accounts 2000000000000002 --lang fr | --lang: 'fr' is not one of en, ja, zh
        share --image-id m-1 --accounts 2000000000000002 --yes=no | --yes takes no value
        share --image-id m-1 --accounts 2000000000000002 --endpoint http://ecs.example.com | --endpoint: the address cannot be used: plain http:// is only allowed for loopback addresses (127.0.0.0/8, ::1, localhost); use https://
        share --image-id m-1 --accounts 2000000000000002 --endpoint oss=https://example.com | --endpoint: there is no such product; it is one of ecs, ram, sts, kms, resourcesharing, resourcedirectory, quotas
        share --image-id m-1 --accounts 2000000000000002 --prune-trust | share takes no option --prune-trust
        unshare --image-id m-1 | nobody is named: give --accounts UID,... or --resource-directory or --folder fd-... or --all
        unshare --image-id m-1 --all --accounts 2000000000000002 | --all and named targets exclude each other
        list-shares --image-id m-1 --all-images | --image-id and --all-images exclude each other
        set-trust | nobody is named: give --accounts UID,... or --resource-directory or --folder fd-...
        set-trust --accounts 2000000000000002 --replace --remove | --replace and --remove exclude each other
        set-trust --accounts 2000000000000002 --print --remove | --print and --remove exclude each other
        set-trust --resource-directory --print | --print works offline: give the id of the resource directory, --resource-directory rd-...
        set-trust --folder fd-1 --print | --print works offline: give the path of folder fd-1, --folder rd-.../r-.../fd-1
        check-region cn-hongkong --all | REGION and --all exclude each other
        check-region HongKong | 'HongKong' is not a region id, as in cn-hongkong
        check-region --zone somewhere | 'somewhere' is not a zone id, as in cn-hongkong-b or ap-southeast-1a
        sandbox | sandbox needs one of serve, reset, env
        sandbox serve --port 65536 | --port: '65536' is not a whole number from 0 to 65535
        help shar | there is no command shar; did you mean share?
        """)
    void says_what_is_wrong(String arguments, String message) {
        CommandLineRun program = new CommandLineRun();

        CommandLineRun.Outcome outcome = program.run(arguments.split(" "));

        assertThat(outcome.err().lines().findFirst()).hasValue("share-image: " + message);
        assertThat(outcome.err().lines()).hasSize(2);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(program.opened()).isEmpty();
    }

    @Test
    void is_also_a_document_where_one_was_asked_for() {
        CommandLineRun.Outcome outcome =
                new CommandLineRun().run("share", "--image-id", "m-1", "--accounts", "abc", "-ojson");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "command": "share",
                  "status": "failed",
                  "error": {
                    "code": "Usage",
                    "message": "'abc' is not an account id: digits only, 16 as a rule, as in 2000000000000002",
                    "requestId": null,
                    "fix": "share-image help share"
                  }
                }
                """);
    }

    @Test
    void is_said_in_the_language_that_was_asked_for() {
        CommandLineRun.Outcome outcome = new CommandLineRun().run("--lang", "ja", "shar");

        assertThat(outcome.err()).isEqualTo("""
                share-image: コマンド shar はありません。share のことですか
                  対処: share-image help
                """);
    }

    @Test
    void a_missing_region_is_explained() {
        CommandLineRun.Outcome outcome =
                new CommandLineRun().withoutProfileRegion().run("list-shares");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("""
                share-image: no region is named: give --region cn-hongkong, or set SHARE_IMAGE_REGION or\
                 ALIBABA_CLOUD_REGION_ID, or a region in the profile (aliyun configure)
                  fix: share-image help list-shares
                """);
    }

    @Test
    void tls_checks_cannot_be_turned_off() {
        CommandLineRun program = new CommandLineRun().with("ALIBABACLOUD_JAVA_CORE_INGNORE_SSL", "yes");

        CommandLineRun.Outcome outcome = program.run("list-shares");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("share-image: ALIBABACLOUD_JAVA_CORE_INGNORE_SSL=YES would let others read");
        assertThat(program.opened()).isEmpty();
    }

    @Test
    void a_file_names_the_line_that_is_wrong(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("accounts.txt"),
                "\uFEFF2000000000000002  # Tokyo\r\n\r\n# none\r\nabc\r\n",
                StandardCharsets.UTF_8);

        CommandLineRun.Outcome outcome = new CommandLineRun()
                .inDirectory(directory)
                .run("share", "--image-id", "m-1", "--accounts", "@accounts.txt");

        assertThat(outcome.err()).startsWith("share-image: accounts.txt:4: this is not an account id");
    }

    @Test
    void nothing_of_a_file_of_secrets_is_quoted(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("config.json"),
                "{\n\"profiles\": [{\"access_key_id\": \"SECRET1\", \"access_key_secret\": \"SECRET2\"}]\n}\n"
                        + "SECRET3\n");

        for (String option : List.of("--accounts", "--folder", "--image-id", "--zone", "-f", "--endpoint")) {
            String command = option.equals("-f") ? "apply" : option.equals("--zone") ? "check-region" : "doctor";
            String file = option.equals("-f") ? "config.json" : "@config.json";
            for (String format : List.of("table", "json")) {
                CommandLineRun.Outcome outcome =
                        new CommandLineRun().inDirectory(directory).run(command, option, file, "-o", format);

                assertThat(outcome.exitCode()).as(option).isEqualTo(2);
                assertThat(outcome.err()).as(option).contains("config.json:").doesNotContain("SECRET", "access_key");
                assertThat(outcome.out()).as(option).doesNotContain("SECRET", "access_key");
            }
        }
    }

    @Test
    void nothing_of_a_variable_is_quoted_that_holds_another_value() {
        for (String name : List.of(
                "ALIBABA_CLOUD_REGION_ID",
                "SHARE_IMAGE_REGION",
                "SHARE_IMAGE_OUTPUT",
                "SHARE_IMAGE_LANG",
                "SHARE_IMAGE_TIMEOUT",
                "SHARE_IMAGE_SETTLE",
                "SHARE_IMAGE_CONCURRENCY",
                "SHARE_IMAGE_MAX_ATTEMPTS",
                "SHARE_IMAGE_QUIET",
                "SHARE_IMAGE_DRY_RUN",
                "SHARE_IMAGE_ENDPOINT")) {
            CommandLineRun.Outcome outcome =
                    new CommandLineRun().with(name, "SECRET=x").run("list-shares");

            assertThat(outcome.exitCode()).as(name).isEqualTo(2);
            assertThat(outcome.err())
                    .as(name)
                    .startsWith("share-image: " + name + ": ")
                    .doesNotContain("SECRET=", "x'");
        }
    }

    @Test
    void a_last_line_without_an_end_is_read_and_said(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("cut.txt"), "2000000000000002\n20000000000000");
        CommandLineRun program = new CommandLineRun().inDirectory(directory).withInput("2000000000000002");

        CommandLineRun.Outcome file = program.run("set-trust", "--accounts", "@cut.txt", "--print");
        CommandLineRun.Outcome input = program.run("set-trust", "--accounts", "-", "--print");
        CommandLineRun.Outcome whole =
                program.withInput("2000000000000002\n").run("set-trust", "--accounts", "-", "--print");

        assertThat(file.out()).contains("\"20000000000000@ecs.aliyuncs.com\"");
        assertThat(file.err())
                .isEqualTo(
                        "Warning: --accounts: the last line of cut.txt has no line end: the file may have been cut off\n");
        assertThat(input.err())
                .isEqualTo("Warning: --accounts: the last line of - has no line end: the file may have been cut off\n");
        assertThat(whole.err()).isEmpty();
    }

    @Test
    void text_in_utf_16_is_named_as_such(@TempDir Path directory) throws IOException {
        String list = "2000000000000002\r\n";
        Map<String, byte[]> files = Map.of(
                "le", ("\uFEFF" + list).getBytes(StandardCharsets.UTF_16LE),
                "be", ("\uFEFF" + list).getBytes(StandardCharsets.UTF_16BE),
                "le-unmarked", list.getBytes(StandardCharsets.UTF_16LE),
                "be-unmarked", list.getBytes(StandardCharsets.UTF_16BE));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
            CommandLineRun program = new CommandLineRun().inDirectory(directory);

            assertThat(program.run("share", "--image-id", "m-1", "--accounts", "@" + file.getKey())
                            .err())
                    .startsWith("share-image: --accounts: " + file.getKey()
                            + " is text in UTF-16, as some editors save it: save it as UTF-8\n");
            assertThat(program.run("apply", "-f", file.getKey()).err())
                    .startsWith("share-image: --file: " + file.getKey() + " is text in UTF-16");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ecs.example:65536",
                "https://ecs.example:99999",
                "http://127.0.0.1:2147483647",
                "https://ecs.example:0"
            })
    void a_port_out_of_range_is_refused(String address) {
        CommandLineRun program = new CommandLineRun();

        CommandLineRun.Outcome outcome = program.run("list-shares", "--endpoint", address);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("ports go from 1 to 65535").doesNotContain("defect");
        assertThat(program.opened()).isEmpty();
    }

    @Test
    void a_huge_file_is_not_read(@TempDir Path directory) throws IOException {
        Files.write(directory.resolve("huge"), new byte[(1 << 20) + 1]);

        CommandLineRun.Outcome outcome =
                new CommandLineRun().inDirectory(directory).run("set-trust", "--accounts", "@huge");

        assertThat(outcome.err()).startsWith("share-image: --accounts: huge has more than 1048576 bytes");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void a_setting_that_only_the_cloud_reads_is_wrong_usage_too() {
        FakeService service = new FakeService() {
            @Override
            public ShareListing listShares(ListRequest request) {
                throw new InvalidValueException("HTTPS_PROXY is no address");
            }
        };

        CommandLineRun.Outcome outcome = new CommandLineRun().with(service).run("list-shares");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("share-image: HTTPS_PROXY is no address\n");
    }

    @Test
    void standard_input_is_read_once() {
        CommandLineRun.Outcome outcome =
                new CommandLineRun().withInput("m-1\n").run("share", "--image-id", "-", "--accounts", "-");

        assertThat(outcome.err()).startsWith("share-image: standard input (-) can be read for one option only\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void after_help_for_an_unknown_command_the_next_step_is_the_list_of_commands() {
        assertThat(new CommandLineRun().run("help", "nope").err())
                .isEqualTo("share-image: there is no command nope\n  fix: share-image help\n");
    }

    @Test
    void many_mistakes_are_cut() {
        CommandLineRun.Outcome outcome =
                new CommandLineRun().run("set-trust", "--accounts", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w");

        assertThat(outcome.err().lines().findFirst().orElseThrow()).endsWith("; and 3 more");
    }
}
