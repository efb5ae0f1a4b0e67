package dev.shareimage.cloud.aliyun.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.cloud.aliyun.http.TlsServer.TunnelProxy;
import dev.shareimage.domain.InvalidValueException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How failed connections are reported, and whether a retry may help. */
class ConnectionFaultsTest {

    /** This name is never looked up locally. The proxy gets the name. */
    private static final URI CLOUD = URI.create("https://ecs.cn-hongkong.aliyuncs.com/");

    @TempDir
    private Path folder;

    @Test
    void an_unknown_authority_is_not_tried_again() throws Exception {
        try (TlsServer server = new TlsServer(folder, "IP:127.0.0.1")) {
            TransportException failure = failure(server.uri(), Map.of());

            assertThat(failure.code()).isEqualTo("TlsUntrusted");
            assertThat(failure.barred()).isTrue();
            assertThat(failure)
                    .hasMessageStartingWith("the certificate of 127.0.0.1:" + server.port()
                            + " is signed by an authority that is not trusted here");
        }
    }

    @Test
    void an_authority_in_the_file_of_ssl_cert_file_is_trusted() throws Exception {
        try (TlsServer server = new TlsServer(folder, "IP:127.0.0.1")) {
            assertThat(send(server.uri(), trusting(server)).status()).isEqualTo(200);
        }
    }

    @Test
    void a_certificate_for_another_host_is_not_tried_again() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:elsewhere.example.com")) {
            TransportException failure = failure(server.uri(), trusting(server));

            assertThat(failure.code()).isEqualTo("TlsWrongHost");
            assertThat(failure.barred()).isTrue();
        }
    }

    @Test
    void an_expired_certificate_is_not_tried_again() throws Exception {
        try (TlsServer server = new TlsServer(folder, "IP:127.0.0.1", "-startdate", "-10d", "-validity", "2")) {
            TransportException failure = failure(server.uri(), trusting(server));

            assertThat(failure.code()).isEqualTo("TlsExpired");
            assertThat(failure.barred()).isTrue();
        }
    }

    @Test
    void a_port_without_tls_is_not_tried_again() throws Exception {
        TransportException failure = failureAt(client -> {
            client.getInputStream().read();
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        });

        assertThat(failure.code()).isEqualTo("TlsMissing");
        assertThat(failure.barred()).isTrue();
    }

    @Test
    void a_server_that_hangs_up_may_do_better_next_time() throws Exception {
        TransportException failure = failureAt(Socket::close);

        assertThat(failure.barred()).isFalse();
        assertThat(failure.sent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "407 Proxy Authentication Required, ProxyPassword, true",
        "403 Forbidden, ProxyForbids, true",
        "503 Service Unavailable, ProxyFailed, false"
    })
    void a_proxy_that_opens_no_tunnel_is_named(String status, String code, boolean barred) throws Exception {
        try (TunnelProxy proxy = new TunnelProxy(status, 0)) {
            TransportException failure = failure(CLOUD, Map.of("HTTPS_PROXY", "http://" + proxy.address()));

            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.barred()).isEqualTo(barred);
            assertThat(failure).hasMessageStartingWith("proxy " + proxy.address() + " ");
            assertThat(proxy.asked()).isEqualTo(1);
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_named_and_may_come_back() throws Exception {
        // Other programs cannot use a bound port, and connections to it fail because nobody listens.
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String proxy = "127.0.0.1:" + bound.getLocalPort();
            TransportException failure = failure(CLOUD, Map.of("HTTPS_PROXY", "http://" + proxy));

            assertThat(failure.code()).isEqualTo("ProxyFailed");
            assertThat(failure.barred()).isFalse();
            assertThat(failure).hasMessage("proxy " + proxy + " cannot be reached");
        }
    }

    @Test
    void a_certificate_that_the_proxy_made_is_told_with_the_proxy() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:" + CLOUD.getHost());
                TunnelProxy proxy = new TunnelProxy("200 OK", server.port())) {
            Map<String, String> environment = Map.of("HTTPS_PROXY", "http://" + proxy.address());

            assertThat(failure(CLOUD, environment)).hasMessageContaining("through proxy " + proxy.address());
            assertThat(send(
                                    CLOUD,
                                    Map.of(
                                            "HTTPS_PROXY",
                                            "http://" + proxy.address(),
                                            "SSL_CERT_FILE",
                                            server.pem().toString()))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_file_of_authorities_that_cannot_be_used_is_refused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> TrustedAuthorities.of(Map.of("SSL_CERT_FILE", empty.toString()))
                        .load())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("SSL_CERT_FILE: there is no certificate in " + empty);
        assertThatThrownBy(() -> TrustedAuthorities.of(
                                Map.of("SSL_CERT_FILE", folder.resolve("no.pem").toString()))
                        .load())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("SSL_CERT_FILE: " + folder.resolve("no.pem") + " cannot be read");
    }

    @Test
    void a_file_of_authorities_that_cannot_be_used_ends_the_call_that_needs_it() {
        TransportException failure =
                failure(CLOUD, Map.of("SSL_CERT_FILE", folder.resolve("no.pem").toString()));

        assertThat(failure.barred()).isTrue();
        assertThat(failure).hasMessage("SSL_CERT_FILE: " + folder.resolve("no.pem") + " cannot be read");
    }

    @Test
    void authorities_are_not_read_for_plain_http() throws Exception {
        try (Stub server = new Stub().then(200, "{}")) {
            assertThat(send(
                                    server.uri(),
                                    Map.of(
                                            "SSL_CERT_FILE",
                                            folder.resolve("no.pem").toString()))
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"socks5://user:secret@proxy:1080, socks5", "https://proxy:3128, https"})
    void a_proxy_of_another_kind_is_refused_with_the_reason(String address, String kind) {
        assertThatThrownBy(() -> new Proxies(Map.of("HTTPS_PROXY", address)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(
                        "HTTPS_PROXY has to be an http:// address: Java's HTTP connections do not support a"
                                + " proxy that is reached by " + kind + ";")
                .hasMessageNotContaining("secret");
    }

    /** The behavior of a server toward its only client. */
    private interface Behavior {
        void accept(Socket client) throws IOException;
    }

    private static TransportException failureAt(Behavior behavior) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket client = server.accept()) {
                    behavior.accept(client);
                } catch (IOException e) {
                    // The client closed the connection.
                }
            });
            thread.setDaemon(true);
            thread.start();
            return failure(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"), Map.of());
        }
    }

    private static Map<String, String> trusting(TlsServer server) {
        return Map.of("SSL_CERT_FILE", server.pem().toString());
    }

    private static TransportException failure(URI uri, Map<String, String> environment) {
        return catchThrowableOfType(TransportException.class, () -> send(uri, environment));
    }

    private static HttpResponse send(URI uri, Map<String, String> environment) throws TransportException {
        return new UrlTransport(new Proxies(environment), TrustedAuthorities.of(environment), "share-image/test")
                .send(new HttpRequest(
                        "POST",
                        uri,
                        Map.of(),
                        "a=b".getBytes(StandardCharsets.US_ASCII),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10)));
    }
}
