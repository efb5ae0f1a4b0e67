package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.http.HttpRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signature version 1: HMAC-SHA1 over all parameters, itself a parameter (vendor documentation, request signatures). */
final class SignatureVersion1 implements RequestSignatureReader {

    @Override
    public boolean concerns(HttpRequest request) {
        return request.header("authorization").isEmpty();
    }

    @Override
    public RequestSignature read(HttpRequest request, Map<String, String> parameters) throws ApiError {
        String accessKeyId = Mandatory.value(parameters, "AccessKeyId");
        String signature = Mandatory.value(parameters, "Signature");
        String timestamp = Mandatory.value(parameters, "Timestamp");
        String nonce = Mandatory.value(parameters, "SignatureNonce");
        if (!Mandatory.value(parameters, "SignatureMethod").equals("HMAC-SHA1")
                || !Mandatory.value(parameters, "SignatureVersion").equals("1.0")) {
            throw new ApiError(
                    400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
        }
        String stringToSign = stringToSign(request.method(), parameters);
        return new RequestSignature(
                SignatureVersion1::sign,
                accessKeyId,
                Optional.ofNullable(parameters.get("SecurityToken")).filter(token -> !token.isEmpty()),
                timestamp,
                nonce,
                stringToSign,
                signature,
                "Specified signature is not matched with our calculation. server string to sign is:" + stringToSign);
    }

    static String stringToSign(String method, Map<String, String> parameters) {
        Map<String, String> signed = new LinkedHashMap<>(parameters);
        signed.remove("Signature");
        return method + "&%2F&" + Percent.encode(Form.canonical(signed));
    }

    static String sign(String secret, String stringToSign) {
        return Base64.getEncoder().encodeToString(Digests.hmac("HmacSHA1", secret + "&", stringToSign));
    }
}
