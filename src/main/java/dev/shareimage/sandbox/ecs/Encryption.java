package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import java.util.Optional;
import java.util.Set;

/** Parameters that require {@code Encrypted=true}. */
final class Encryption {

    private static final Set<String> ALGORITHMS = Set.of("AES-256", "SM4-128");

    private Encryption() {}

    /**
     * @throws ApiError 400 {@code InvalidEncrypted.NotMatchKmsKeyId}, {@code InvalidEncrypted.NotMatchEncryptAlgorithm} or
     *     {@code InvalidEncryptAlgorithm}
     */
    static void requireSwitch(boolean encrypted, Optional<String> keyId, Optional<String> algorithm) throws ApiError {
        if (keyId.isPresent() && !encrypted) {
            throw new ApiError(
                    400,
                    "InvalidEncrypted.NotMatchKmsKeyId",
                    "The specified parameter Encrypted must be true when KmsKeyId is not empty.");
        }
        requireAlgorithm(encrypted, algorithm);
    }

    /**
     * @throws ApiError 400 {@code InvalidEncrypted.NotMatchEncryptAlgorithm} or {@code InvalidEncryptAlgorithm}
     */
    static void requireAlgorithm(boolean encrypted, Optional<String> algorithm) throws ApiError {
        if (algorithm.isPresent() && !encrypted) {
            throw new ApiError(
                    400,
                    "InvalidEncrypted.NotMatchEncryptAlgorithm",
                    "The specified parameter Encrypted must be true when EncryptAlgorithm is not empty.");
        }
        if (algorithm.isPresent() && !ALGORITHMS.contains(algorithm.get())) {
            throw new ApiError(
                    400, "InvalidEncryptAlgorithm", "The specified parameter EncryptAlgorithm is not valid.");
        }
    }
}
