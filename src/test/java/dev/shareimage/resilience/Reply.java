package dev.shareimage.resilience;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer on its way to the program.
 *
 * @param headers sent unchanged; {@code Content-Length} and {@code Connection: close} are added if they are
 *     missing
 */
record Reply(String statusLine, Map<String, String> headers, byte[] body) {

    static Reply of(int status, byte[] body) {
        return new Reply("HTTP/1.1 " + status + " Whatever", Map.of("Content-Type", "application/json"), body);
    }

    static Reply of(int status, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply withStatusLine(String other) {
        return new Reply(other, headers, body);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(statusLine, more, body);
    }

    Reply withBody(byte[] other) {
        return new Reply(statusLine, headers, other);
    }

    Reply withBody(String other) {
        return withBody(other.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The bytes of the answer. */
    byte[] wire() {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(statusLine).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        if (!headers.containsKey("Connection")) {
            head.append("Connection: close\r\n");
        }
        head.append("\r\n");
        wire.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        wire.writeBytes(body);
        return wire.toByteArray();
    }
}
