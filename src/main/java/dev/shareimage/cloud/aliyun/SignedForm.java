package dev.shareimage.cloud.aliyun;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.auth.AcsURLEncoder;
import com.aliyuncs.auth.HmacSHA1Signer;
import com.aliyuncs.auth.RpcSignatureComposer;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.http.MethodType;
import dev.shareimage.cloud.aliyun.credentials.Credentials;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as a form: all its parameters, and the signature over them.
 *
 * <p>Everything goes into the body, which unlike an address is neither bounded to a few kilobytes nor written to the logs
 * of whoever stands between.
 */
final class SignedForm {

    private SignedForm() {}

    /**
     * @param credentials null for the few calls that take none
     * @param nonce never used before, by anybody
     */
    static byte[] of(AcsRequest<?> request, @Nullable Credentials credentials, Instant time, String nonce) {
        Map<String, String> parameters = new TreeMap<>(request.getSysQueryParameters());
        parameters.putAll(request.getSysBodyParameters());
        parameters.put("Format", "JSON");
        parameters.put("Timestamp", Timestamps.write(time));
        parameters.put("SignatureNonce", nonce);
        if (credentials != null) {
            sign(parameters, credentials);
        }
        return encode(parameters).getBytes(StandardCharsets.US_ASCII);
    }

    private static void sign(Map<String, String> parameters, Credentials credentials) {
        parameters.put("AccessKeyId", credentials.accessKeyId());
        if (credentials.securityToken() != null) {
            parameters.put("SecurityToken", credentials.securityToken());
        }
        HmacSHA1Signer signer = new HmacSHA1Signer();
        parameters.put("SignatureMethod", signer.getSignerName());
        parameters.put("SignatureVersion", signer.getSignerVersion());
        parameters.put("Signature", signature(signer, MethodType.POST, parameters, credentials.accessKeySecret()));
    }

    static String signature(Signer signer, MethodType method, Map<String, String> parameters, String secret) {
        String text =
                RpcSignatureComposer.getComposer().composeStringToSign(method, null, signer, parameters, null, null);
        return signer.signString(text, secret + "&");
    }

    private static String encode(Map<String, String> parameters) {
        StringBuilder form = new StringBuilder();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(percent(parameter.getKey()))
                    .append('=')
                    .append(percent(parameter.getValue()));
        }
        return form.toString();
    }

    private static String percent(String text) {
        try {
            return AcsURLEncoder.percentEncode(text);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }
}
