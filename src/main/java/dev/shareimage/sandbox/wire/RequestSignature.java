package dev.shareimage.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What a request brings to show who sent it.
 *
 * @param securityToken with a session's key
 * @param timestamp as sent, such as {@code 2026-11-23T12:00:00Z}
 * @param signature as sent
 * @param explanation of the request as the server read it, for the message of a signature that differs
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

    /** Whether the holder of the secret signed. */
    boolean isSignedWith(String secret) {
        String expected = scheme.sign(secret, stringToSign);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** How a string becomes a signature. */
    interface Scheme {
        String sign(String secret, String stringToSign);
    }
}
