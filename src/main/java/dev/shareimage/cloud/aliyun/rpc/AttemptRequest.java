package dev.shareimage.cloud.aliyun.rpc;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.CommonRpcRequest;
import com.aliyuncs.auth.ISignatureComposer;
import com.aliyuncs.auth.RpcSignatureComposer;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a request for one attempt, because the SDK's signing changes the request.
 *
 * <p>The caller gives the time for signing, because the SDK's own clock cannot be corrected. All parameters are in the
 * body: an address is limited to a few kilobytes and is logged by proxies.
 */
final class AttemptRequest extends CommonRpcRequest {

    private final URI endpoint;
    private final Duration timeout;

    /**
     * @param time the cloud's time
     * @param timeout the maximum time from the name lookup to the last byte of the answer
     */
    AttemptRequest(AcsRequest<?> request, URI endpoint, Instant time, Duration timeout) {
        super(request.getSysProduct(), request.getSysVersion(), request.getSysActionName());
        this.endpoint = endpoint;
        this.timeout = timeout;
        for (Map.Entry<String, String> parameter :
                request.getSysQueryParameters().entrySet()) {
            putQueryParameter(parameter.getKey(), parameter.getValue());
        }
        for (Map.Entry<String, String> parameter :
                request.getSysBodyParameters().entrySet()) {
            putBodyParameter(parameter.getKey(), parameter.getValue());
        }
        setSysMethod(MethodType.POST);
        setSysProtocol(endpoint.getScheme().equalsIgnoreCase("https") ? ProtocolType.HTTPS : ProtocolType.HTTP);
        // Set on every request, because the SDK's endpoint resolver returns wrong hosts to concurrent calls.
        setSysEndpoint(endpoint.getRawAuthority());
        composer = new TimedComposer(time);
    }

    URI endpoint() {
        return endpoint;
    }

    Duration timeout() {
        return timeout;
    }

    /** All parameters and the signature; empty before the SDK has signed. */
    byte[] form() {
        @Nullable String url = getSysUrl();
        if (url == null) {
            return new byte[0];
        }
        byte @Nullable [] content = getHttpContent();
        String query = url.substring(url.indexOf('?') + 1);
        String body = content == null || content.length == 0 ? "" : "&" + new String(content, StandardCharsets.UTF_8);
        return (query + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** The vendor's composer with a given time. */
    private record TimedComposer(Instant time) implements ISignatureComposer {

        @Override
        public Map<String, String> refreshSignParameters(
                Map<String, String> parameters, Signer signer, @Nullable String id, @Nullable FormatType format) {
            Map<String, String> refreshed = new HashMap<>(parameters);
            refreshed.put("Timestamp", Timestamps.write(time));
            refreshed.put("SignatureMethod", signer.getSignerName());
            refreshed.put("SignatureVersion", signer.getSignerVersion());
            refreshed.put("SignatureNonce", UUID.randomUUID().toString());
            refreshed.put("Format", "JSON");
            return refreshed;
        }

        @Override
        public String composeStringToSign(
                MethodType method,
                String uri,
                Signer signer,
                Map<String, String> queries,
                Map<String, String> headers,
                Map<String, String> paths) {
            return RpcSignatureComposer.getComposer().composeStringToSign(method, uri, signer, queries, headers, paths);
        }

        @Override
        public String getAuthorization(Signer signer, String accessKeyId, String signature) {
            return signature;
        }
    }
}
