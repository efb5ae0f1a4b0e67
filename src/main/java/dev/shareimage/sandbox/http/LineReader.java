package dev.shareimage.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of bounded length; a bare line feed ends a line too. */
final class LineReader {

    private final InputStream input;

    LineReader(InputStream input) {
        this.input = input;
    }

    /** The next line without its end; empty if the client closed the connection before its first byte. */
    Optional<String> find(int tooLongStatus) throws IOException, BadRequest {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0 && line.size() == 0) {
                return Optional.empty();
            }
            if (next < 0) {
                throw new EOFException("closed inside a line");
            }
            if (line.size() == HttpLimits.MAX_LINE_BYTES) {
                throw new BadRequest(
                        tooLongStatus, "A line of the request is longer than " + HttpLimits.MAX_LINE_BYTES + " bytes.");
            }
            line.write(next);
        }
        return Optional.of(withoutCarriageReturn(line.toString(StandardCharsets.ISO_8859_1)));
    }

    /** The next line, which must be there. */
    String next() throws IOException, BadRequest {
        return find(431).orElseThrow(() -> new EOFException("closed inside a request"));
    }

    private static String withoutCarriageReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
