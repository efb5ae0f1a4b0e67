package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.aliyun.credentials.CredentialsHttp;
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import dev.shareimage.cloud.aliyun.http.HttpRequest;
import dev.shareimage.cloud.aliyun.http.HttpResponse;
import dev.shareimage.cloud.aliyun.http.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Asks the metadata server and credentials addresses, each once. */
record TokenHttp(BoundedTransport transport) implements CredentialsHttp {

    @Override
    public String fetch(String method, URI uri, Map<String, String> headers, Duration timeout) throws IOException {
        try {
            HttpRequest request = new HttpRequest(method, uri, headers, new byte[0], timeout, timeout);
            HttpResponse response = transport.send(request, timeout.multipliedBy(2));
            if (!response.successful()) {
                throw new IOException("it answered HTTP " + response.status());
            }
            return response.text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        } catch (TransportException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
