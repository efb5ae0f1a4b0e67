package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Signature version 3: HMAC-SHA256 over the whole request, in a header (vendor documentation, request signatures). */
final class SignatureVersion3 implements RequestSignatureReader {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private static final Set<String> SIGNED_WHEREVER_SENT = Set.of(
            "host",
            "x-acs-action",
            "x-acs-version",
            "x-acs-date",
            "x-acs-signature-nonce",
            "x-acs-content-sha256",
            "x-acs-security-token");

    @Override
    public boolean concerns(HttpRequest request) {
        return request.header("authorization").isPresent();
    }

    @Override
    public RequestSignature read(HttpRequest request, Map<String, String> parameters) throws ApiError {
        Map<String, String> parts = parts(request.header("authorization").orElse(""));
        List<String> signedHeaders = List.of(part(parts, "SignedHeaders").split(";"));
        requireSigned(signedHeaders, request.headers().keySet());
        requireBody(request);
        String canonicalRequest = canonicalRequest(request, signedHeaders);
        String stringToSign = ALGORITHM + "\n" + Digests.sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8));
        return new RequestSignature(
                SignatureVersion3::sign,
                part(parts, "Credential"),
                request.header("x-acs-security-token").filter(token -> !token.isEmpty()),
                Mandatory.value(request.headers(), "x-acs-date"),
                Mandatory.value(request.headers(), "x-acs-signature-nonce"),
                stringToSign,
                part(parts, "Signature"),
                "Specified signature does not match our calculation. server string to sign is:" + stringToSign
                        + " server canonical request is:" + canonicalRequest);
    }

    static String sign(String secret, String stringToSign) {
        return HexFormat.of().formatHex(Digests.hmac("HmacSHA256", secret, stringToSign));
    }

    static String canonicalRequest(HttpRequest request, List<String> signedHeaders) {
        StringBuilder canonical = new StringBuilder(request.method());
        canonical.append('\n').append(request.path());
        canonical
                .append('\n')
                .append(Form.canonical(Form.decode(request.query())))
                .append('\n');
        for (String name : signedHeaders.stream().sorted().toList()) {
            canonical
                    .append(name)
                    .append(':')
                    .append(request.header(name).orElse(""))
                    .append('\n');
        }
        canonical.append('\n').append(String.join(";", signedHeaders));
        return canonical.append('\n').append(Digests.sha256(request.body())).toString();
    }

    private static Map<String, String> parts(String authorization) throws ApiError {
        if (!authorization.startsWith(ALGORITHM + " ")) {
            throw incomplete();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : authorization.substring(ALGORITHM.length()).split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String name) throws ApiError {
        String value = parts.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw incomplete();
        }
        return value;
    }

    private static void requireSigned(List<String> signedHeaders, Set<String> sent) throws ApiError {
        for (String name : SIGNED_WHEREVER_SENT) {
            if (sent.contains(name) && !signedHeaders.contains(name)) {
                throw incomplete();
            }
        }
        if (signedHeaders.stream().anyMatch(name -> !name.equals(name.toLowerCase(Locale.ROOT)))) {
            throw incomplete();
        }
    }

    private static void requireBody(HttpRequest request) throws ApiError {
        String announced = Mandatory.value(request.headers(), "x-acs-content-sha256");
        if (!announced.equalsIgnoreCase(Digests.sha256(request.body()))) {
            throw new ApiError(
                    400, "InvalidContentSha256", "The x-acs-content-sha256 header does not match the request body.");
        }
    }

    private static ApiError incomplete() {
        return new ApiError(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
    }
}
