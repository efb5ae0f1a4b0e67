package dev.shareimage.cloud.aliyun.rpc;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.CallBack;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.IHttpClient;
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import dev.shareimage.cloud.aliyun.http.HttpRequest;
import dev.shareimage.cloud.aliyun.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's extension point for HTTP, with our own transport. The SDK's client is a singleton of the JVM, sends
 * parameters in addresses, and reads root certificates even for plain HTTP.
 */
public final class TransportHttpClient extends IHttpClient {

    /** The parameter of the configuration that contains the transport. */
    static final String TRANSPORT = "dev.shareimage.transport";

    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private @Nullable BoundedTransport transport;

    /** The SDK calls this constructor through the name of this class. */
    public TransportHttpClient(HttpClientConfig config) throws ClientException {
        super(config);
    }

    @Override
    protected void init(HttpClientConfig config) {
        transport = (BoundedTransport) config.getExtParam(TRANSPORT);
    }

    @Override
    public com.aliyuncs.http.HttpResponse syncInvoke(com.aliyuncs.http.HttpRequest request) throws IOException {
        if (transport == null || !(request instanceof AttemptRequest attempt)) {
            throw new IllegalStateException("a request that ApiClient did not make");
        }
        try {
            HttpRequest ours = new HttpRequest(
                    "POST",
                    attempt.endpoint(),
                    FORM,
                    attempt.form(),
                    Duration.ofMillis(attempt.getSysConnectTimeout()),
                    Duration.ofMillis(attempt.getSysReadTimeout()));
            return answer(transport.send(ours, attempt.timeout()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * The answer without its format. For failures in a known format, the SDK uses its own JSON reader, which fills the
     * heap if the text is cut off.
     */
    private static com.aliyuncs.http.HttpResponse answer(HttpResponse response) {
        com.aliyuncs.http.HttpResponse answer = new com.aliyuncs.http.HttpResponse();
        answer.setStatus(response.status());
        response.headers().forEach(answer::putHeaderParameter);
        answer.setHttpContent(response.body(), "UTF-8", null);
        return answer;
    }

    @Override
    public Future<com.aliyuncs.http.HttpResponse> asyncInvoke(com.aliyuncs.http.HttpRequest request, CallBack back) {
        throw new IllegalStateException("every call is synchronous");
    }

    @Override
    @Deprecated
    public void ignoreSSLCertificate() {
        throw new IllegalStateException("certificates are never ignored");
    }

    @Override
    @Deprecated
    public void restoreSSLCertificate() {}

    @Override
    public boolean isSingleton() {
        return false;
    }

    @Override
    public void close() {}
}
