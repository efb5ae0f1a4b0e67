package dev.shareimage.cloud.aliyun.http;

import dev.shareimage.cloud.aliyun.http.TransportException.Outcome;
import dev.shareimage.domain.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URLConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the JDK's {@link HttpURLConnection}, which starts several times faster than its newer client.
 *
 * <p>Bodies are streamed with a fixed length. The JDK sends a buffered POST again on its own if a kept connection is
 * closed, but only the caller knows whether a call may be repeated. Redirects and cookies are ignored. System property
 * {@code http.maxConnections} limits the kept connections.
 */
public final class UrlTransport implements Transport {

    /**
     * More than ten times the largest page of a hundred images. As many as 128 answers may be read at the same time.
     */
    private static final int MAX_ANSWER_BYTES = 4 * 1024 * 1024;

    private static final long UNKNOWN_LENGTH = -1;

    private final Proxies proxies;
    private final TrustedAuthorities trusted;
    private final String userAgent;

    /** @param trusted the authorities that certificates must come from */
    public UrlTransport(Proxies proxies, TrustedAuthorities trusted, String userAgent) {
        this.proxies = proxies;
        this.trusted = trusted;
        this.userAgent = userAgent;
    }

    @Override
    public HttpResponse send(HttpRequest request) throws TransportException {
        boolean sent = false;
        Proxy proxy = proxies.forUri(request.uri());
        try {
            HttpURLConnection connection = prepare(request, proxy);
            connection.connect();
            sent = true;
            if (request.hasBody()) {
                try (OutputStream body = connection.getOutputStream()) {
                    body.write(request.body());
                }
            }
            return receive(connection, System.nanoTime() + request.readTimeout().toNanos());
        } catch (InvalidValueException e) {
            throw new TransportException("InvalidAuthorities", String.valueOf(e.getMessage()), Outcome.BARRED, e);
        } catch (IOException e) {
            throw new ConnectionFaults(request.uri(), proxy).explain(e, sent);
        }
    }

    private HttpURLConnection prepare(HttpRequest request, Proxy proxy) throws IOException {
        URLConnection opened = request.uri().toURL().openConnection(proxy);
        if (!(opened instanceof HttpURLConnection connection)) {
            throw new IOException("not an HTTP address");
        }
        if (proxies.password() != null) {
            connection.setAuthenticator(proxies.password());
        }
        if (connection instanceof HttpsURLConnection secure) {
            trusted.applyTo(secure);
        }
        connection.setRequestMethod(request.method());
        connection.setConnectTimeout(HttpRequest.milliseconds(request.connectTimeout()));
        connection.setReadTimeout(HttpRequest.milliseconds(request.readTimeout()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("User-Agent", userAgent);
        connection.setRequestProperty("Accept", "application/json");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            connection.setRequestProperty(header.getKey(), header.getValue());
        }
        if (request.hasBody()) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(request.body().length);
        }
        return connection;
    }

    private static HttpResponse receive(HttpURLConnection connection, long deadline) throws IOException {
        int status;
        try {
            status = connection.getResponseCode();
        } catch (HttpRetryException e) {
            // The JDK fails a streamed request that is answered with 401 or 407, and hides the body.
            return new HttpResponse(e.responseCode(), headers(connection), new byte[0]);
        }
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        @Nullable InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        byte[] bytes = body != null && isCompressed(connection)
                ? read(new GZIPInputStream(body), UNKNOWN_LENGTH, deadline)
                : read(body, connection.getContentLengthLong(), deadline);
        return new HttpResponse(status, headers(connection), bytes);
    }

    /** Nobody asks for it, but a proxy may compress an answer for all that. */
    private static boolean isCompressed(HttpURLConnection connection) {
        String encoding = connection.getContentEncoding();
        return encoding != null && encoding.strip().toLowerCase(Locale.ROOT).endsWith("gzip");
    }

    private static byte[] read(@Nullable InputStream stream, long length, long deadline) throws IOException {
        if (stream == null) {
            return new byte[0];
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                whole.write(buffer, 0, count);
                if (whole.size() > MAX_ANSWER_BYTES) {
                    throw new IOException("the answer is larger than 4 MiB");
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new SocketTimeoutException("the answer took too long");
                }
            }
        }
        if (length > whole.size()) {
            throw new IOException("the answer was cut off");
        }
        return whole.toByteArray();
    }

    private static Map<String, String> headers(HttpURLConnection connection) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header :
                connection.getHeaderFields().entrySet()) {
            if (header.getKey() != null && !header.getValue().isEmpty()) {
                headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().get(0));
            }
        }
        return headers;
    }
}
