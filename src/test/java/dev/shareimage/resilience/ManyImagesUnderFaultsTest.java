package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixty images for thirty accounts, with sixteen concurrent calls. No account is lost, whatever the network does. */
class ManyImagesUnderFaultsTest extends SandboxTestBase {

    private static final Map<String, String> QUICK = Map.of("SHARE_IMAGE_SETTLE", "10ms");

    private LargeManifest manifest;

    @BeforeEach
    void writeManifest() throws IOException {
        manifest = new LargeManifest(sandbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'product':'Ecs','effect':{'type':'rate-limit','perSecond':100,'burst':20}}",
                "{'from':20,'count':40,'effect':{'type':'throttle','retryAfterMillis':100}}",
                "{'every':4,'effect':{'type':'error','status':503,'code':'ServiceUnavailable','retryAfterMillis':20}}",
                "{'every':5,'effect':{'type':'reset'}}",
                "{'every':5,'effect':{'type':'reset','when':'after'}}",
                "{'every':5,'effect':{'type':'truncate'}}",
                "{'every':3,'effect':{'type':'drip','bytes':200,'pauseMillis':5}}",
                "{'every':7,'effect':{'type':'latency','millis':200}}",
                "{'action':'DescribeImages','count':1,'effect':{'type':'error','status':403,'code':'Forbidden.RAM'}}",
                "{'action':'DescribeImages','count':1,'effect':{'type':'hollow','without':'Images'}}",
                "{'action':'DescribeImages','count':1,'effect':{'type':'total','less':50}}",
                "{'action':'DescribeImages','count':1,'effect':{'type':'total','value':1000000}}",
                "{'action':'DescribeSnapshots','count':1,'effect':"
                        + "{'type':'error','status':403,'code':'InvalidSnapshotIds.Malformed'}}"
            })
    void every_account_gets_every_image(String rule) {
        sandbox.follow("{'rules':[" + rule + "]}");

        ProgramRun run = apply(QUICK, LargeManifest.FILE, "--max-attempts", "20");

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        manifest.assertAllShared();
    }

    @Test
    void connections_that_close_behind_an_answer_are_hardly_ever_used_again() throws IOException {
        try (TamperingProxy closing = new TamperingProxy(
                sandbox.uri(), (action, parameters, answer) -> answer.with("Connection", "keep-alive"))) {
            Map<String, String> variables = new HashMap<>(QUICK);
            variables.put("SHARE_IMAGE_ENDPOINT", closing.uri().toString());

            ProgramRun run = apply(variables, LargeManifest.FILE);

            assertThat(run.exitCode()).as(run.stderr()).isZero();
            // A connection may be reused shortly before its end is noticed, on a busy machine more often.
            int made = document(run).path("calls").path("made").asInt();
            assertThat(document(run).path("calls").path("retried").asInt()).isLessThan(made / 5);
            manifest.assertAllShared();
        }
    }

    @Test
    void two_runs_at_once_under_throttling_both_win() throws Exception {
        List<String> all = List.copyOf(LargeManifest.recipients());
        write("first.yaml", all.subList(0, 20));
        write("second.yaml", all.subList(10, 30));
        sandbox.follow("{'rules':[{'product':'Ecs','effect':{'type':'rate-limit','perSecond':200,'burst':20}}]}");

        CompletableFuture<ProgramRun> other =
                CompletableFuture.supplyAsync(() -> apply(Map.of(), "second.yaml", "--max-attempts", "20"));
        ProgramRun one = apply(Map.of(), "first.yaml", "--max-attempts", "20");

        assertThat(one.exitCode()).as(one.stderr()).isZero();
        assertThat(other.get().exitCode()).as(other.get().stderr()).isZero();
        manifest.assertAllShared();
    }

    @Test
    void a_time_budget_that_ends_in_between_names_exactly_who_has_which_image() {
        sandbox.follow("{'rules':[{'action':'Modify*','effect':{'type':'rate-limit','perSecond':20,'burst':20}}]}");

        ProgramRun run = apply(QUICK, LargeManifest.FILE, "--timeout", "4s", "--max-attempts", "100");

        assertThat(run.exitCode()).as(run.stderr()).isIn(4, 6);
        assertThat(run.stderr()).contains("time");
        State state = sandbox.state();
        for (JsonNode image : document(run).path("images")) {
            String id = image.path("imageId").asText();
            for (JsonNode target : image.path("targets")) {
                boolean has = state.shares(id).contains(target.path("id").asText());
                switch (target.path("status").asText()) {
                    case "shared" -> assertThat(has).as("%s %s", id, target).isTrue();
                    case "not-tried" -> assertThat(has).as("%s %s", id, target).isFalse();
                    default -> assertThat(target.path("status").asText()).isIn("failed", "pending");
                }
            }
        }

        sandbox.calm();
        assertThat(apply(QUICK, LargeManifest.FILE).exitCode()).isZero();
        manifest.assertAllShared();
    }

    private void write(String name, List<String> recipients) throws IOException {
        String text = Files.readString(home.resolve(LargeManifest.FILE));
        Files.writeString(
                home.resolve(name),
                text.replace("\"@recipients.txt\"", "[\"" + String.join("\", \"", recipients) + "\"]"));
    }

    private ProgramRun apply(Map<String, String> variables, String file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("apply", "-q", "--yes", "-o", "json", "-f", file));
        arguments.addAll(List.of(options));
        return sandbox.run(variables, arguments);
    }

    private static JsonNode document(ProgramRun run) {
        try {
            return Json.parse(run.stdout());
        } catch (JsonException e) {
            throw new AssertionError(run.toString(), e);
        }
    }
}
