package dev.shareimage.cloud.aliyun;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.auth.AcsURLEncoder;
import dev.shareimage.cloud.aliyun.credentials.Credentials;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
        SortedMap<String, String> parameters = new TreeMap<>(request.getSysQueryParameters());
        parameters.putAll(request.getSysBodyParameters());
        parameters.put("Format", "JSON");
        parameters.put("Timestamp", Timestamps.write(time));
        parameters.put("SignatureNonce", nonce);
        if (credentials != null) {
            sign(parameters, credentials);
        }
        return encode(parameters).getBytes(StandardCharsets.US_ASCII);
    }

    private static void sign(SortedMap<String, String> parameters, Credentials credentials) {
        parameters.put("AccessKeyId", credentials.accessKeyId());
        if (credentials.securityToken() != null) {
            parameters.put("SecurityToken", credentials.securityToken());
        }
        parameters.put("SignatureMethod", "HMAC-SHA1");
        parameters.put("SignatureVersion", "1.0");
        parameters.put("Signature", signature("POST", parameters, credentials.accessKeySecret()));
    }

    /**
     * Signature version 1 (vendor documentation, RPC request signatures). The SDK's own signer gives the same and loads
     * XML binding and a cryptography library to do it, which a short-lived program would pay for at each start.
     */
    static String signature(String method, SortedMap<String, String> parameters, String secret) {
        String text = method + "&%2F&" + percent(encode(parameters));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA1", e);
        }
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
