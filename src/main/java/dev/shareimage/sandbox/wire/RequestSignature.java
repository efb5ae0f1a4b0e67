package dev.shareimage.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The signature of a request.
 *
 * @param securityToken the token of a session
 * @param timestamp as sent, such as {@code 2026-11-23T12:00:00Z}
 * @param signature as sent
 * @param explanation the string to sign as the server computed it, for the message about a wrong signature
 */
record RequestSignature(
        Scheme scheme,
        String accessKeyId,
        Optional<String> securityToken,
        String timestamp,
        String nonce,
        String stringToSign,
        String signature,
        String explanation) {

    /** Whether the holder of the secret signed the request. */
    boolean isSignedWith(String secret) {
        String expected = scheme.sign(secret, stringToSign);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a signature from a string. */
    interface Scheme {
        String sign(String secret, String stringToSign);
    }
}
