package dev.shareimage.cloud.aliyun.credentials;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A plain HTTP request to where credentials are handed out. */
@FunctionalInterface
public interface CredentialsHttp {

    /**
     * The body of a successful answer.
     *
     * @param timeout for connecting, and once more for the answer
     * @throws IOException for everything else, with a reason that is fit to be shown
     */
    String fetch(String method, URI uri, Map<String, String> headers, Duration timeout) throws IOException;
}
