package dev.shareimage.cloud.aliyun.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request.
 *
 * @param body nothing is sent if it is empty and the method is GET
 * @param readTimeout the maximum time from the last byte sent to the last byte read
 */
public record HttpRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        byte[] body,
        Duration connectTimeout,
        Duration readTimeout) {

    /** A time limit as Java's and the SDK's clients take it: at least 1, because 0 means no limit. */
    public static int milliseconds(Duration limit) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, limit.toMillis()));
    }

    boolean hasBody() {
        return body.length > 0 || method.equals("POST");
    }
}
