package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The requested encryption of a disk of a new instance.
 *
 * @param category such as {@code cloud_essd}; empty if the cloud may choose
 * @param keyId the named key; empty for the service key
 */
record DiskRequest(boolean encrypted, Optional<String> category, Optional<String> keyId) {

    private static final int MAX_DATA_DISKS = 16;

    /** Only disks of the ESSD series can be encrypted system disks (vendor documentation, encrypting disks). */
    private static final Set<String> ENCRYPTING_CATEGORIES = Set.of("cloud_essd", "cloud_auto", "cloud_essd_entry");

    /**
     * The system disk, then the data disks: those of the image, and additional ones of the call.
     *
     * @param count the number of disks of the image
     * @throws ApiError 400 {@code InvalidEncrypted.NotMatchKmsKeyId} for a key without {@code Encrypted=true}, and
     *     likewise for an algorithm
     */
    static List<DiskRequest> of(Parameters parameters, int count) throws ApiError {
        List<DiskRequest> requests = new ArrayList<>();
        requests.add(of(parameters, "SystemDisk."));
        for (int i = 1; i <= MAX_DATA_DISKS; i++) {
            String prefix = "DataDisk." + i + ".";
            if (i < count || parameters.values().keySet().stream().anyMatch(name -> name.startsWith(prefix))) {
                requests.add(of(parameters, prefix));
            }
        }
        return requests;
    }

    /** Whether a system disk of this category can be encrypted. */
    boolean takesEncryption() {
        return category.map(ENCRYPTING_CATEGORIES::contains).orElse(true);
    }

    private static DiskRequest of(Parameters parameters, String prefix) throws ApiError {
        boolean encrypted = Switches.isOn(parameters, prefix + "Encrypted");
        Optional<String> keyId = parameters.find(prefix + "KMSKeyId");
        Encryption.requireSwitch(encrypted, keyId, parameters.find(prefix + "EncryptAlgorithm"));
        return new DiskRequest(encrypted, parameters.find(prefix + "Category"), keyId);
    }
}
