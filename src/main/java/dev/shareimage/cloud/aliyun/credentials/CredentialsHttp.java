package dev.shareimage.cloud.aliyun.credentials;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Sends plain HTTP requests to addresses that return credentials. */
@FunctionalInterface
public interface CredentialsHttp {

    /**
     * Returns the body of a successful answer.
     *
     * @param timeout the timeout for connecting, and again for the answer
     * @throws IOException for every other answer; its message may be shown
     */
    String fetch(String method, URI uri, Map<String, String> headers, Duration timeout) throws IOException;
}
