package dev.shareimage.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.http.HttpHandler;
import dev.shareimage.sandbox.http.HttpRequest;
import dev.shareimage.sandbox.http.HttpResponse;
import dev.shareimage.sandbox.wire.CallLog;
import dev.shareimage.sandbox.world.WorldStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start page, its script and style, and the state that the script shows.
 *
 * <p>The page contains a token that no page of another origin can read. The state and the control address accept
 * requests of browsers only with it.
 */
public final class PageHandler implements HttpHandler {

    private static final String RESOURCES = "/dev/shareimage/sandbox/";
    private static final int MAX_CALLS = 200;
    private static final int TOKEN_BYTES = 16;

    /** The page loads nothing from other hosts, sends nothing to them, and cannot be framed. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final WorldStore store;
    private final RequestLog log;
    private final Clock clock;
    private final boolean controllable;
    private @Nullable String token;

    /** @param controllable whether the page shows the functions of the control address */
    public PageHandler(WorldStore store, RequestLog log, Clock clock, boolean controllable) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.controllable = controllable;
    }

    /** Whether the request is for the page or one of its parts. */
    static boolean isFor(HttpRequest request) {
        return request.query().isEmpty() ? isPart(request.path()) : isPage(request);
    }

    private static boolean isPage(HttpRequest request) {
        return request.path().equals("/") && request.query().startsWith("lang=");
    }

    private static boolean isPart(String path) {
        return path.equals("/")
                || path.equals("/_sandbox/start.js")
                || path.equals("/_sandbox/start.css")
                || path.equals("/_sandbox/state");
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return switch (request.path()) {
            case "/" -> page(request);
            case "/_sandbox/start.js" -> guarded("text/javascript;charset=utf-8", resource("start.js"));
            case "/_sandbox/start.css" -> guarded("text/css;charset=utf-8", resource("start.css"));
            default ->
                isTrusted(request)
                        ? guarded("application/json", state().toString())
                        : HttpResponse.text(403, "Send the token of the start page as header X-Sandbox-Control.");
        };
    }

    /** Whether a browser sends it from the start page. */
    boolean isTrusted(HttpRequest request) {
        byte[] sent = request.header("x-sandbox-control").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sent, token().getBytes(StandardCharsets.UTF_8));
    }

    /** Browsers get the page, and programs get the text. */
    private HttpResponse page(HttpRequest request) {
        boolean browser = request.header("accept")
                .filter(types -> types.contains("text/html"))
                .isPresent();
        return browser
                ? guarded(
                        "text/html;charset=utf-8",
                        PageTexts.of(request)
                                .fill(resource("start.html"))
                                .replace("@TOKEN@", token())
                                .replace("@CONTROL@", Boolean.toString(controllable)))
                : HttpResponse.text(200, resource("start-page.txt"));
    }

    private static HttpResponse guarded(String type, String body) {
        return HttpResponse.of(200, type, body)
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    private ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.set("world", store.<ObjectNode, RuntimeException>transact(world -> WorldView.of(world, clock.instant())));
        ArrayNode calls = state.putArray("calls");
        List<CallLog.Entry> entries = log.entries();
        for (CallLog.Entry entry : entries.subList(Math.max(0, entries.size() - MAX_CALLS), entries.size())) {
            calls.add(RequestLog.json(entry));
        }
        return state;
    }

    private synchronized String token() {
        if (token == null) {
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            token = HexFormat.of().formatHex(random);
        }
        return token;
    }

    private static String resource(String name) {
        try (InputStream resource = PageHandler.class.getResourceAsStream(RESOURCES + name)) {
            if (resource == null) {
                throw new FileNotFoundException(name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
