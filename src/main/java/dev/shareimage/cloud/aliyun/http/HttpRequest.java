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

    boolean hasBody() {
        return body.length > 0 || method.equals("POST");
    }
}
