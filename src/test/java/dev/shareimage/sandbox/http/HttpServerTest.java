package dev.shareimage.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Message framings that clients use, and some that a server must refuse. */
class HttpServerTest {

    private final HttpServer server = HttpServer.start(0, HttpServerTest::echo);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_plain_request() throws IOException {
        assertThat(exchange("GET /a?b=c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .isEqualTo("""
                        HTTP/1.1 200 OK
                        Content-Type: text/plain;charset=utf-8
                        Content-Length: 20
                        Connection: close

                        GET x false /a?b=c\s
                        """);
    }

    @Test
    void the_absolute_form_that_proxies_get() throws IOException {
        assertThat(body("GET http://ecs.cn-hongkong.aliyuncs.com/?a=b HTTP/1.1\r\nHost: other\r\n"))
                .isEqualTo("GET ecs.cn-hongkong.aliyuncs.com true /?a=b \n");
        assertThat(body("GET http://ecs.cn-hongkong.aliyuncs.com?a=b HTTP/1.1\r\nHost: other\r\n"))
                .isEqualTo("GET ecs.cn-hongkong.aliyuncs.com true /?a=b \n");
    }

    @Test
    void a_tunnel_is_refused_with_the_reason() throws IOException {
        assertThat(exchange("CONNECT ecs.cn-hongkong.aliyuncs.com:443 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 405 Method Not Allowed\n")
                .contains("The sandbox has no TLS and opens no tunnels: use endpoints that start with http://.");
    }

    @Test
    void a_post_that_announces_no_body_has_none() throws IOException {
        assertThat(body("POST /?a=b HTTP/1.1\r\nHost: x\r\n")).isEqualTo("POST x false /?a=b \n");
    }

    @Test
    void counted_and_chunked_bodies() throws IOException {
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\na=b"))
                .endsWith("POST x false /? a=b\n");
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2;x=y\r\na=\r\n1\r\nb\r\n0\r\nTrailer: t\r\n\r\n"))
                .endsWith("POST x false /? a=b\n");
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n"))
                .endsWith("POST x false /? \n");
    }

    @Test
    void a_client_that_expects_100_continue_is_told_to_continue() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(25), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            send(socket, "b");
            socket.shutdownOutput();
            assertThat(rest(socket)).endsWith("POST x false /? b\n");
        }
    }

    @Test
    void requests_may_be_sent_ahead_of_their_answers() throws IOException {
        String answers = exchange("GET /1 HTTP/1.1\r\nHost: x\r\n\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\n"
                + "Content-Length: 1\r\n\r\nbGET /3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answers.lines().filter(line -> line.contains(" x false ")))
                .containsExactly("GET x false /1? ", "POST x false /2? b", "GET x false /3? ");
    }

    @Test
    void head_gets_no_body() throws IOException {
        assertThat(exchange("HEAD /1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .endsWith("Content-Length: 18\nConnection: close\n\n");
    }

    @Test
    void http_1_0_closes_unless_asked_to_stay() throws IOException {
        assertThat(exchange("GET / HTTP/1.0\r\n\r\n")).contains("Connection: close\n");
    }

    @Test
    void a_malformed_request_is_refused() throws IOException {
        assertThat(status("nonsense\r\n\r\n")).isEqualTo("400");
        assertThat(status("GET ftp://x/ HTTP/1.1\r\n\r\n")).isEqualTo("400");
        assertThat(status("GET / HTTP/2.0\r\n\r\n")).isEqualTo("400");
        assertThat(status("GET / HTTP/1.1\r\nno colon\r\n\r\n")).isEqualTo("400");
        assertThat(status("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")).isEqualTo("400");
        assertThat(status("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n")).isEqualTo("400");
        assertThat(status("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")).isEqualTo("400");
        assertThat(status("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo("400");
        assertThat(status("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n")).isEqualTo("400");
    }

    @Test
    void nothing_is_read_without_bound() throws IOException {
        assertThat(status("GET /" + "a".repeat(HttpLimits.MAX_LINE_BYTES) + " HTTP/1.1\r\n\r\n"))
                .isEqualTo("414");
        assertThat(status("GET / HTTP/1.1\r\na: " + "b".repeat(HttpLimits.MAX_LINE_BYTES) + "\r\n\r\n"))
                .isEqualTo("431");
        assertThat(status("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(HttpLimits.MAX_HEADERS + 1) + "\r\n"))
                .isEqualTo("431");
        assertThat(status("POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n")).isEqualTo("413");
        assertThat(status("POST / HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\n"))
                .isEqualTo("413");
        assertThat(status("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n"
                        + "x".repeat(0xfffff)
                        + "\r\n2\r\n"))
                .isEqualTo("413");
    }

    @Test
    void an_answer_can_be_cut_short() throws IOException {
        assertThat(body("GET /truncated HTTP/1.1\r\nHost: x\r\n")).isEqualTo("GET");
    }

    @Test
    void an_answer_can_drip() throws IOException {
        long start = System.nanoTime();
        assertThat(body("GET /dripping HTTP/1.1\r\nHost: x\r\n")).isEqualTo("GET x false /dripping? \n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(5 * 10));
    }

    @Test
    void a_connection_can_be_reset() {
        assertThatThrownBy(() -> exchange("GET /reset HTTP/1.1\r\nHost: x\r\n\r\n"))
                .isInstanceOf(SocketException.class);
    }

    private static HttpResponse echo(HttpRequest request) {
        HttpResponse response = HttpResponse.text(
                200,
                String.join(
                        " ",
                        request.method(),
                        request.host(),
                        Boolean.toString(request.proxied()),
                        request.path() + "?" + request.query(),
                        new String(request.body(), StandardCharsets.UTF_8)));
        return switch (request.path()) {
            case "/truncated" -> response.delivered(new Delivery.Truncated(3));
            case "/dripping" -> response.delivered(new Delivery.Dripping(5, Duration.ofMillis(10)));
            case "/reset" -> response.delivered(new Delivery.Reset());
            default -> response;
        };
    }

    private String status(String request) throws IOException {
        return exchange(request).substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
    }

    private String body(String head) throws IOException {
        String answer = exchange(head + "Connection: close\r\n\r\n");
        return answer.substring(answer.indexOf("\n\n") + 2);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request);
            socket.shutdownOutput();
            return rest(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(server.uri().getHost(), server.uri().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
