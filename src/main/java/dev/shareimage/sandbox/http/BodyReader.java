package dev.shareimage.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads bodies: counted, chunked, or none at all when a request announces neither. */
final class BodyReader {

    private final InputStream input;
    private final LineReader lines;

    BodyReader(InputStream input, LineReader lines) {
        this.input = input;
        this.lines = lines;
    }

    byte[] body(Map<String, String> headers) throws IOException, BadRequest {
        @Nullable String coding = headers.get("transfer-encoding");
        @Nullable String length = headers.get("content-length");
        if (coding == null) {
            return length == null ? new byte[0] : exactly(number(length, 10));
        }
        if (length != null || !coding.toLowerCase(Locale.ROOT).equals("chunked")) {
            throw new BadRequest(
                    400, "The request announces the length of its body in two ways, or in an unknown one.");
        }
        return chunks();
    }

    private byte[] chunks() throws IOException, BadRequest {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            requireRoom((long) body.size() + size);
            body.write(exactly(size));
            if (!lines.next().isEmpty()) {
                throw new BadRequest(400, "A chunk of the body is longer than it says.");
            }
        }
        skipTrailers();
        return body.toByteArray();
    }

    private void skipTrailers() throws IOException, BadRequest {
        int count = 0;
        while (!lines.next().isEmpty()) {
            if (++count > HttpLimits.MAX_HEADERS) {
                throw new BadRequest(431, "The body has more than " + HttpLimits.MAX_HEADERS + " trailers.");
            }
        }
    }

    private int chunkSize() throws IOException, BadRequest {
        String line = lines.next();
        int extension = line.indexOf(';');
        return number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = input.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("closed inside a body");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws BadRequest {
        if (!text.matches("[0-9a-fA-F]{1,10}")) {
            throw new BadRequest(400, "The length of the body is no number.");
        }
        try {
            long size = Long.parseLong(text, radix);
            requireRoom(size);
            return (int) size;
        } catch (NumberFormatException notDecimal) {
            throw new BadRequest(400, "The length of the body is no number.");
        }
    }

    private static void requireRoom(long size) throws BadRequest {
        if (size > HttpLimits.MAX_BODY_BYTES) {
            throw new BadRequest(413, "The body is larger than " + HttpLimits.MAX_BODY_BYTES + " bytes.");
        }
    }
}
