package dev.shareimage.sandbox.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was read, nothing decoded.
 *
 * @param method as sent, such as {@code GET}
 * @param path without the query, at least {@code /}
 * @param query what follows the question mark, without it; empty when there is none
 * @param host of an absolute-form request line, else of the {@code Host} header, port included; empty when neither is
 *     there
 * @param proxied whether the request line had the absolute form, which clients send to a proxy
 * @param headers by name in lower case; repeated ones joined by comma and space
 */
public record HttpRequest(
        String method,
        String path,
        String query,
        String host,
        boolean proxied,
        Map<String, String> headers,
        byte[] body) {

    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * @param name in any case
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
