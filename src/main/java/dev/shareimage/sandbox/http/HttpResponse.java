package dev.shareimage.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer, and how it is to be delivered.
 *
 * @param status 200 to 599
 * @param headers in the order in which they are sent; framing headers are the server's
 */
public record HttpResponse(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** An answer that is delivered whole. */
    public static HttpResponse of(int status, String contentType, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        return new HttpResponse(status, headers, body.getBytes(StandardCharsets.UTF_8), new Delivery.Whole());
    }

    /** Plain text for people, a line break at its end. */
    public static HttpResponse text(int status, String text) {
        return of(status, "text/plain;charset=utf-8", text.endsWith("\n") ? text : text + "\n");
    }

    /** The same answer with one header more. */
    public HttpResponse with(String name, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(name, value);
        return new HttpResponse(status, extended, body, delivery);
    }

    /** The same answer, delivered otherwise. */
    public HttpResponse delivered(Delivery otherwise) {
        return new HttpResponse(status, headers, body, otherwise);
    }
}
