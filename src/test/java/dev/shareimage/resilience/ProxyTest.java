package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy that asks for a user name. Runs in its own process, because Java reads once whether it may send it. */
class ProxyTest {

    private static final String PASSWORD = "p@ss:+w0rd";

    /** The expected credentials: user name, colon and password in Base64. */
    private static final String EXPECTED = "Proxy-Authorization: Basic dXNlcjpwQHNzOit3MHJk";

    @TempDir
    private Path home;

    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(this::serve, "proxy").start();
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
    }

    @Test
    void is_told_the_password_when_it_asks() throws Exception {
        ProgramRun run = run("http://user:p%40ss%3A+w0rd@127.0.0.1:" + proxy.getLocalPort());

        assertThat(heads.get(0)).startsWith("CONNECT ").doesNotContainIgnoringCase("Proxy-Authorization");
        assertThat(heads()).isNotEmpty();
        assertThat(heads().get(heads().size() - 1)).containsIgnoringCase(EXPECTED);
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.stdout() + run.stderr())
                .contains("proxy 127.0.0.1:" + proxy.getLocalPort() + " could not reach resourcedirectory.aliyuncs.com")
                .doesNotContain(PASSWORD, "p%40ss", "dXNlcjpw", "user:");
    }

    @Test
    void is_not_asked_again_and_again_with_a_wrong_password() throws Exception {
        ProgramRun run = run("http://user:wrong@127.0.0.1:" + proxy.getLocalPort());

        assertThat(heads()).hasSizeBetween(1, 2);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.stderr())
                .contains("proxy 127.0.0.1:" + proxy.getLocalPort() + " requires a user name and a password")
                .contains("HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT")
                .doesNotContain("wrong");
    }

    private ProgramRun run(String address) throws Exception {
        Map<String, String> environment = Map.of(
                "HTTPS_PROXY", address,
                "ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAItestid00001",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
        List<String> command = List.of(
                "set-trust",
                "--replace",
                "--resource-directory",
                "--debug",
                "--max-attempts",
                "1",
                "--concurrency",
                "1",
                "--timeout",
                "30s");
        try (Child child = Child.ofClasses(home, environment, command)) {
            return child.end();
        }
    }

    /** The requests to the proxy for one host. There are requests for other hosts too. */
    private List<String> heads() {
        return heads.stream()
                .filter(head -> head.startsWith("CONNECT sts.aliyuncs.com:443 "))
                .toList();
    }

    private void serve() {
        while (!proxy.isClosed()) {
            try (Socket socket = proxy.accept()) {
                String head = new Scanner(socket.getInputStream(), StandardCharsets.ISO_8859_1)
                        .useDelimiter("\r\n\r\n")
                        .next();
                heads.add(head);
                String status = head.toLowerCase(Locale.ROOT).contains(EXPECTED.toLowerCase(Locale.ROOT))
                        ? "502 Not Today"
                        : "407 Proxy Authentication Required";
                socket.getOutputStream()
                        .write(("HTTP/1.1 " + status + "\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                                        + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                return;
            }
        }
    }
}
