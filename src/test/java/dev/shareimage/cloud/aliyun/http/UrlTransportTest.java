package dev.shareimage.cloud.aliyun.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTransportTest {

    private final Stub stub = new Stub();
    private final Transport transport =
            new UrlTransport(new Proxies(Map.of()), TrustedAuthorities.of(Map.of()), "share-image/test");

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void an_answer_comes_with_status_headers_and_body() throws Exception {
        stub.then(404, "{\"Code\":\"早\"}", "X-Acs-Request-Id", "R-1");
        HttpResponse response = transport.send(post(stub.uri(), "a=b"));
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("x-acs-request-id")).contains("R-1");
        assertThat(response.text()).isEqualTo("{\"Code\":\"早\"}");
        assertThat(stub.values("a")).containsExactly("b");
    }

    @Test
    void nothing_is_asked_for_that_makes_the_answer_hard_to_read() throws Exception {
        stub.then((exchange, form) -> Stub.json(
                        200, exchange.getRequestHeaders().entrySet().toString())
                .send(exchange, form));
        String headers = transport.send(post(stub.uri(), "a=b")).text();
        assertThat(headers)
                .contains("share-image/test", "application/json", "Content-length=[3]")
                .doesNotContainIgnoringCase("gzip")
                .doesNotContainIgnoringCase("cookie");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void an_answer_that_a_proxy_compressed_is_read_all_the_same(int status) throws Exception {
        byte[] compressed = compressed("{\"Code\":\"早\"}");
        stub.then(compressedReply(status, compressed));
        HttpResponse response = transport.send(post(stub.uri(), "a=b"));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).isEqualTo("{\"Code\":\"早\"}");
    }

    @Test
    void a_compressed_answer_that_is_cut_off_or_too_large_or_none_is_a_fault() throws Exception {
        byte[] compressed = compressed("{\"Code\":\"早\"}");
        List<byte[]> bodies = List.of(
                Arrays.copyOf(compressed, compressed.length - 9),
                compressed("x".repeat(5 * 1024 * 1024)),
                "{}".getBytes(StandardCharsets.UTF_8));
        for (byte[] body : bodies) {
            stub.then(compressedReply(200, body));
        }
        for (int i = 0; i < bodies.size(); i++) {
            assertThat(failure(post(stub.uri(), "a=b")).code()).isEqualTo("ConnectionFailed");
        }
    }

    private static Stub.Reply compressedReply(int status, byte[] body) {
        return (exchange, form) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        };
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void a_redirect_is_an_answer_like_any_other() throws Exception {
        stub.then(302, "", "Location", stub.uri() + "elsewhere");
        assertThat(transport.send(post(stub.uri(), "a=b")).status()).isEqualTo(302);
        assertThat(stub.lines()).containsExactly("POST /");
    }

    /** The JDK would repeat a buffered POST by itself. */
    @Test
    void a_connection_that_breaks_is_not_tried_again_here() throws Exception {
        stub.then(200, "{}").then(Stub.reset());
        transport.send(post(stub.uri(), "a=b"));
        TransportException failure = failure(post(stub.uri(), "a=c"));
        assertThat(failure.sent()).isTrue();
        assertThat(failure.code()).isEqualTo("ConnectionFailed");
        assertThat(stub.lines()).hasSize(2);
    }

    @Test
    void a_refused_connection_means_that_nothing_was_sent() {
        stub.close();
        TransportException failure = failure(post(stub.uri(), "a=b"));
        assertThat(failure.sent()).isFalse();
        assertThat(failure).hasMessage("127.0.0.1 cannot be reached");
    }

    @Test
    void a_silent_server_is_given_up() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            TransportException failure = failure(new HttpRequest(
                    "POST",
                    URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"),
                    Map.of(),
                    "a=b".getBytes(StandardCharsets.US_ASCII),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50)));
            assertThat(failure.code()).isEqualTo("Timeout");
            assertThat(failure.sent()).isTrue();
        }
    }

    @Test
    void a_server_that_sends_too_slowly_is_given_up() {
        stub.then((exchange, form) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int count = 0; count < 1000; count++) {
                exchange.getResponseBody().write("{".repeat(9000).getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseBody().flush();
            }
        });
        TransportException failure = failure(new HttpRequest(
                "POST",
                stub.uri(),
                Map.of(),
                "a=b".getBytes(StandardCharsets.US_ASCII),
                Duration.ofSeconds(5),
                Duration.ofMillis(1)));
        assertThat(failure.code()).isEqualTo("Timeout");
    }

    @Test
    void an_endless_answer_is_given_up() {
        stub.then((exchange, form) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[1 << 20];
            for (int count = 0; count < 17; count++) {
                exchange.getResponseBody().write(piece);
            }
        });
        assertThat(failure(post(stub.uri(), "a=b")))
                .hasMessage("the connection to 127.0.0.1 broke: the answer is larger than 4 MiB");
    }

    @Test
    void an_answer_that_is_cut_off_is_no_answer() {
        stub.then((exchange, form) -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        TransportException failure = failure(post(stub.uri(), "a=b"));
        assertThat(failure.sent()).isTrue();
        assertThat(failure).hasMessageStartingWith("the connection to 127.0.0.1 broke: ");
    }

    private TransportException failure(HttpRequest request) {
        return catchThrowableOfType(TransportException.class, () -> transport.send(request));
    }

    private static HttpRequest post(URI uri, String body) {
        return new HttpRequest(
                "POST",
                uri,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.US_ASCII),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20));
    }
}
