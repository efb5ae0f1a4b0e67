package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a disk of a new instance is to be encrypted.
 *
 * @param keyId the key named; empty for the service key
 */
record DiskRequest(boolean encrypted, Optional<String> keyId) {

    private static final int MAX_DATA_DISKS = 16;

    /**
     * The disks of the image: the system disk, then as many data disks as it has.
     *
     * @throws ApiError 400 {@code InvalidEncrypted.NotMatchKmsKeyId} for a key without {@code Encrypted=true}
     */
    static List<DiskRequest> of(Parameters parameters, int count) throws ApiError {
        List<DiskRequest> requests = new ArrayList<>();
        requests.add(of(parameters, "SystemDisk."));
        for (int i = 1; i <= MAX_DATA_DISKS && requests.size() < count; i++) {
            requests.add(of(parameters, "DataDisk." + i + "."));
        }
        return requests;
    }

    private static DiskRequest of(Parameters parameters, String prefix) throws ApiError {
        boolean encrypted = parameters
                .find(prefix + "Encrypted")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        Optional<String> keyId = parameters.find(prefix + "KMSKeyId");
        if (keyId.isPresent() && !encrypted) {
            throw new ApiError(
                    400,
                    "InvalidEncrypted.NotMatchKmsKeyId",
                    "The specified parameter Encrypted must be true when KmsKeyId is not empty.");
        }
        return new DiskRequest(encrypted, keyId);
    }
}
