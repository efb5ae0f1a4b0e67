package dev.shareimage.cloud.aliyun.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request.
 *
 * @param body nothing is sent when it is empty and the method is GET
 * @param readTimeout how long the answer may take, from the last byte sent to the last one read
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
