package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.aliyun.credentials.CredentialsHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Asks the metadata server and credentials addresses, once each. */
record TokenHttp(Transport transport) implements CredentialsHttp {

    @Override
    public String fetch(String method, URI uri, Map<String, String> headers, Duration timeout) throws IOException {
        try {
            HttpResponse response =
                    transport.send(new HttpRequest(method, uri, headers, new byte[0], timeout, timeout));
            if (!response.successful()) {
                throw new IOException("it answered HTTP " + response.status());
            }
            return response.text();
        } catch (TransportException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
