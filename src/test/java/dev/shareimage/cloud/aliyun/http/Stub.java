package dev.shareimage.cloud.aliyun.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shareimage.cloud.aliyun.Calls;
import dev.shareimage.cloud.aliyun.credentials.Credentials;
import dev.shareimage.cloud.aliyun.credentials.CredentialsSource;
import dev.shareimage.cloud.aliyun.rpc.AcsClients;
import dev.shareimage.cloud.aliyun.rpc.ApiClient;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.CallRecord;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.cloud.aliyun.rpc.FakeSleeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on loopback with prepared answers. It repeats the last answer, and keeps the requests. */
public final class Stub implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Map<String, String>> forms = Collections.synchronizedList(new ArrayList<>());
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    /** Answers a request. */
    public interface Reply {
        void send(HttpExchange exchange, Map<String, String> form) throws IOException;
    }

    public Stub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        lines.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        forms.add(form);
        try (exchange) {
            next().send(exchange, form);
        }
    }

    private synchronized Reply next() {
        Reply reply = replies.size() > 1 ? replies.removeFirst() : replies.peekFirst();
        return reply == null ? json(500, "{}") : reply;
    }

    public synchronized Stub then(Reply reply) {
        replies.addLast(reply);
        return this;
    }

    public Stub then(int status, String body, String... headers) {
        return then(json(status, body, headers));
    }

    /** Makes the next answer from the request's parameters. */
    public Stub thenBy(Function<Map<String, String>, String> body) {
        return then((exchange, form) -> json(200, body.apply(form)).send(exchange, form));
    }

    public static Reply json(int status, String body, String... headers) {
        return (exchange, form) -> {
            for (int index = 0; index < headers.length; index += 2) {
                exchange.getResponseHeaders().set(headers[index], headers[index + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Reads the next request and closes the connection without an answer. */
    public static Reply reset() {
        return (exchange, form) -> exchange.close();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The parameters of the requests so far, oldest first. */
    public List<Map<String, String>> forms() {
        return List.copyOf(forms);
    }

    /** The values of one parameter, oldest first. */
    public List<String> values(String name) {
        return forms().stream().map(form -> form.getOrDefault(name, "-")).toList();
    }

    /** The methods and addresses of the requests so far, oldest first. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A client of the stub that never really waits. */
    public Calls calls(FakeSleeper sleeper, CallLimits limits) {
        ApiClient client = client(sleeper, limits, new CallRecord(line -> {}, call -> {}));
        return call -> client.call(call, KEY);
    }

    public ApiClient client(FakeSleeper sleeper, CallLimits limits, CallRecord record) {
        return new ApiClient(
                Endpoints.of(List.of(uri().toString())),
                limits,
                new AcsClients(new BoundedTransport(
                        new UrlTransport(new Proxies(Map.of()), TrustedAuthorities.of(Map.of()), "share-image/test")))
                        ::of,
                sleeper,
                record);
    }

    public static final CredentialsSource KEY = () -> Credentials.key("LTAItestid00001", "testsecret");
}
