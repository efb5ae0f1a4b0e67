package dev.shareimage.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one request after the other from a connection. */
final class RequestReader {

    private final LineReader lines;
    private final BodyReader bodies;

    RequestReader(InputStream input) {
        this.lines = new LineReader(input);
        this.bodies = new BodyReader(input, lines);
    }

    /** The head of the next request; empty if the client closed the connection. */
    Optional<Head> findHead() throws IOException, BadRequest {
        Optional<String> line = lines.find(414);
        while (line.isPresent() && line.get().isEmpty()) {
            line = lines.find(414);
        }
        if (line.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Head(RequestLine.parse(line.get()), headers()));
    }

    /** The request that the head announced. */
    HttpRequest request(Head head) throws IOException, BadRequest {
        RequestLine line = head.line();
        @Nullable String authority = line.authority();
        return new HttpRequest(
                line.method(),
                line.path(),
                line.query(),
                authority == null ? head.headers().getOrDefault("host", "") : authority,
                authority != null,
                head.headers(),
                bodies.body(head.headers()));
    }

    private Map<String, String> headers() throws IOException, BadRequest {
        Map<String, String> headers = new LinkedHashMap<>();
        int count = 0;
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            if (++count > HttpLimits.MAX_HEADERS) {
                throw new BadRequest(431, "The request has more than " + HttpLimits.MAX_HEADERS + " headers.");
            }
            add(line, headers);
        }
        return headers;
    }

    private static void add(String line, Map<String, String> headers) throws BadRequest {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.chars().anyMatch(character -> character <= ' ')) {
            throw new BadRequest(400, "A header of the request is malformed.");
        }
        if (headers.containsKey(name) && (name.equals("host") || name.equals("content-length"))) {
            throw new BadRequest(400, "Header " + name + " is there twice.");
        }
        headers.merge(name, line.substring(colon + 1).strip(), (first, second) -> first + ", " + second);
    }

    /** Everything before a body. */
    record Head(RequestLine line, Map<String, String> headers) {

        boolean expectsContinue() {
            return headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue");
        }

        boolean keepsAlive() {
            String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
            return line.keepsAlive() ? !connection.contains("close") : connection.contains("keep-alive");
        }
    }
}
