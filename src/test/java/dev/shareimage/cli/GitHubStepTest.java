package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.RegionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output for GitHub Actions: annotations, a summary and outputs. Standard output contains only the result. */
class GitHubStepTest {

    private static final String[] SHARE = {"--image-id", "m-1", "--accounts", "2000000000000002", "-y", "-o", "json"};

    @TempDir
    Path runner;

    private Path summary;
    private Path outputs;

    @BeforeEach
    void names_files() {
        summary = runner.resolve("summary");
        outputs = runner.resolve("outputs");
    }

    private CommandLineRun onGitHub() {
        return new CommandLineRun()
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_STEP_SUMMARY", summary.toString())
                .with("GITHUB_OUTPUT", outputs.toString());
    }

    private CommandLineRun sharing(Failure failure) {
        return onGitHub().with(new FakeService().proposing(Reports.proposal(Reports.partial(failure))));
    }

    @Test
    void an_account_that_failed_is_annotated_summarized_and_put_out() throws IOException {
        Failure failure = Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound");

        CommandLineRun.Outcome outcome = sharing(failure).run(SHARE);

        assertThat(outcome.out())
                .startsWith("{\n")
                .contains("\"status\": \"partial\"")
                .endsWith("\n}\n");
        assertThat(outcome.err())
                .endsWith(
                        "::error title=share-image::m-1 account 3000000000000003: it did not work%0Afix: try again\n");
        assertThat(summary).content().isEqualTo("""
                **share-image share**: partial

                | IMAGE ID | IMAGE NAME | TYPE | TARGET | STATUS | REASON | CODE | REGION |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                | m-1 | golden | account | 2000000000000002 | shared | - | - | cn-hongkong |
                | m-1 | golden | account | 3000000000000003 | failed | it did not work | InvalidAccount.NotFound | cn-hongkong |

                """);
        assertThat(Files.readString(outputs).replaceAll("end-[0-9a-f-]{36}", "END"))
                .isEqualTo("""
                status<<END
                partial
                END
                exit-code<<END
                4
                END
                images<<END
                m-1
                END
                failed<<END
                3000000000000003
                END
                """);
    }

    /** The JVM handles a signal in a thread with this name, and ends with 143 after SIGTERM. */
    @Test
    void the_exit_code_that_is_put_out_is_that_of_the_process_after_a_signal() throws Exception {
        Failure interrupted = Reports.failure(Kind.INTERRUPTED, "Interrupted");
        assertThat(sharing(interrupted).run(SHARE).exitCode()).isEqualTo(130);
        Files.delete(outputs);
        CountDownLatch end = new CountDownLatch(1);
        Thread handler = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "SIGTERM handler");
        handler.start();

        CommandLineRun.Outcome outcome = sharing(interrupted).run(SHARE);

        end.countDown();
        handler.join();
        assertThat(outcome.exitCode()).isEqualTo(143);
        assertThat(Files.readString(outputs)).contains("\n143\n").doesNotContain("130");
    }

    @Test
    void a_copy_that_has_no_id_yet_is_not_put_out() throws IOException {
        Report plan = Reports.planned();
        ImageResult copy = new ImageResult(new RegionId("cn-beijing"), null, "copy", true, List.of(), Reports.REF);
        Report withCopy = plan.withImages(List.of(plan.images().get(0), copy));

        onGitHub().with(new FakeService().proposing(Reports.proposal(withCopy))).run(SHARE);

        assertThat(Files.readString(outputs)).contains("\nm-1\n").doesNotContain("null");
    }

    @Test
    void a_mistake_in_a_manifest_is_annotated_at_its_line() throws IOException {
        Files.writeString(runner.resolve("a,b.yaml"), """
                schemaVersion: 1
                regions:
                  - id: cn-hongkong
                    images:
                      - id: 100%
                        accounts: []
                """);

        CommandLineRun.Outcome outcome = onGitHub().inDirectory(runner).run("apply", "-f", "a,b.yaml", "-o", "json");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("::error file=a%2Cb.yaml,line=5,col=")
                .contains("title=share-image::this is not an image id: it starts with m-");
        assertThat(Files.readString(outputs)).contains("\nfailed\n").contains("\n2\n");
    }

    @Test
    void of_three_hundred_failures_ten_are_annotated_and_the_others_counted() {
        Failure failure = Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound");
        CommandLineRun.Outcome outcome = onGitHub()
                .with(new FakeService().proposing(Reports.proposal(Reports.manyFailed(300, failure))))
                .run(SHARE);

        List<String> annotations =
                outcome.err().lines().filter(line -> line.startsWith("::")).toList();
        assertThat(annotations).hasSize(10);
        assertThat(annotations.get(9)).endsWith("%0A290 more");
    }

    @Test
    void what_comes_from_elsewhere_ends_neither_an_annotation_nor_an_output() throws IOException {
        Failure hostile = new Failure(Kind.REFUSED, "X", "50%\n::set-output name=x::y\r| <b>@you `a`", null, null);

        CommandLineRun.Outcome outcome = sharing(hostile).run(SHARE);

        assertThat(outcome.err().lines().filter(line -> line.startsWith("::")))
                .singleElement()
                .asString()
                .endsWith("50%25%0A::set-output name=x::y%0A| <b>@you `a`");
        assertThat(Files.readString(summary))
                .contains("\\| &lt;b&gt;@&#8203;you \\`a\\`")
                .doesNotContain("<b>");
        assertThat(Files.readString(summary).lines()).hasSize(7);
    }

    @Test
    void a_summary_is_added_to_what_is_there_and_stays_below_a_mebibyte() throws IOException {
        Files.writeString(summary, "x".repeat(980_000) + "\n");
        Failure failure = Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound");

        onGitHub()
                .with(new FakeService().proposing(Reports.proposal(Reports.many(3000, failure))))
                .run(SHARE);

        String text = Files.readString(summary);
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(990_000, 1_000_001);
        assertThat(text).startsWith("xxx").contains(" rows are left out; -o csv has all");
        assertThat(text.lines().skip(5).findFirst().orElse("")).contains("2000000000000042");
    }

    @Test
    void markdown_for_a_comment_is_bounded_and_names_who_failed_first() {
        Failure failure = Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound");
        CommandLineRun run =
                new CommandLineRun().with(new FakeService().proposing(Reports.proposal(Reports.many(3000, failure))));

        String text = run.run("--image-id", "m-1", "--accounts", "2000000000000002", "-y", "-o", "markdown")
                .out();

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(60_000, 64_000);
        assertThat(text.lines().skip(4).findFirst().orElse("")).contains("2000000000000042");
        assertThat(text.strip()).endsWith(" rows are left out; -o csv has all");
    }

    @Test
    void elsewhere_nothing_of_it_is_written() {
        Failure failure = Reports.failure(Kind.NOT_FOUND, "InvalidAccount.NotFound");
        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with("GITHUB_STEP_SUMMARY", summary.toString())
                .with(new FakeService().proposing(Reports.proposal(Reports.partial(failure))))
                .run(SHARE);

        assertThat(outcome.err()).doesNotContain("::");
        assertThat(summary).doesNotExist();
    }
}
