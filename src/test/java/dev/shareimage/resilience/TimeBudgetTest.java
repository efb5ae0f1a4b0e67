package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --timeout} limits the whole run, and the run says what it waited for. */
class TimeBudgetTest {

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final Duration MAX_DURATION = BUDGET.plusSeconds(2);

    private static final List<String> ACCOUNTS =
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--accounts", SandboxFixture.accounts(2));
    private static final List<String> FOLDER =
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--folder", SandboxFixture.FOLDER);

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'rules':[{'effect':{'type':'throttle'}}]}                                          | Get
            {'rules':[{'effect':{'type':'latency','millis':60000}}]}                            | GetCallerIdentity
            {'rules':[{'action':'CreateRole','effect':{'type':'latency','millis':60000}}]}      | CreateRole
            {'rules':[{'action':'Modify*','effect':{'type':'latency','millis':60000}}]}         | ModifyImageSharePermission
            {'rules':[{'action':'DescribeImages','effect':{'type':'drip','pauseMillis':1000}}]} | DescribeImages
            {'rules':[{'action':'Modify*','effect':{'type':'error','status':403,'code':'AssumeRoleError'}}]} | AssumeRoleError
            {'rules':[{'effect':{'type':'error','status':503,'code':'ServiceUnavailable','retryAfterMillis':99999999}}]} | GetCallerIdentity
            """)
    void holds_for_every_wait(String plan, String waitedFor) {
        assertEndsInTime(plan, ACCOUNTS, waitedFor, Map.of());
    }

    @Test
    void holds_for_an_association_that_never_finishes() {
        assertEndsInTime(
                "{'settings':{'associationFailure':'hang'}}", FOLDER, "ListResourceShareAssociations", Map.of());
    }

    @Test
    void holds_for_a_settle_time_that_is_longer() {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            sandbox.run("create-role", "--accounts", "2000000000000009", "--yes");
            assertEndsInTime(sandbox, ACCOUNTS, "trust policy", Map.of("SHARE_IMAGE_SETTLE", "30s"));
            assertThat(sandbox.state().shares(SandboxFixture.IMAGE)).hasSize(2);
        }
    }

    @Test
    void holds_for_answers_whose_head_never_ends() throws IOException {
        assertEndsWith("HTTP/1.1 200 OK\r\n", "X-More: x\r\n");
    }

    @Test
    void holds_for_bodies_of_one_byte_a_second() throws IOException {
        assertEndsWith("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n", " ");
    }

    @Test
    void holds_for_an_endpoint_that_accepts_and_says_nothing() throws IOException {
        assertEndsWith("", "");
    }

    private void assertEndsInTime(String plan, List<String> command, String waitedFor, Map<String, String> variables) {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            sandbox.follow(plan);
            assertEndsInTime(sandbox, command, waitedFor, variables);
        }
    }

    private static void assertEndsInTime(
            SandboxFixture sandbox, List<String> command, String waitedFor, Map<String, String> variables) {
        Instant start = Instant.now();
        List<String> arguments = new java.util.ArrayList<>(command);
        arguments.addAll(
                List.of("--yes", "-o", "json", "--timeout", BUDGET.toSeconds() + "s", "--max-attempts", "100"));

        ProgramRun run = sandbox.run(variables, arguments);

        assertThat(Duration.between(start, Instant.now())).as(run.stderr()).isLessThan(MAX_DURATION);
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(6);
        assertThat(run.stderr()).contains(waitedFor);
    }

    /** A server that sends a beginning and then a piece each second. */
    private void assertEndsWith(String beginning, String piece) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                SandboxFixture sandbox = new SandboxFixture(home)) {
            Thread thread = new Thread(() -> serve(server, beginning, piece));
            thread.setDaemon(true);
            thread.start();
            String endpoint = "http://127.0.0.1:" + server.getLocalPort();
            assertEndsInTime(sandbox, ACCOUNTS, "GetCallerIdentity", Map.of("SHARE_IMAGE_ENDPOINT", endpoint));
        }
    }

    private static void serve(ServerSocket server, String beginning, String piece) {
        try {
            while (true) {
                Socket client = server.accept();
                Thread thread = new Thread(() -> trickle(client, beginning, piece));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void trickle(Socket client, String beginning, String piece) {
        try (client;
                OutputStream out = client.getOutputStream()) {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(piece.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(1000);
            }
        } catch (IOException | InterruptedException e) {
            // The client closed the connection.
        }
    }
}
