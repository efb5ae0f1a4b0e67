package dev.shareimage.app.verify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a refused dry run means, and who repairs it: the codes of {@code CopyImage} and {@code RunInstances} (vendor's lists
 * of error codes). Several are about either account's key or role; what is known of the recipient's own tells which.
 */
final class Refusals {

    /** The sentences' keys by the codes that have one cause alone. */
    private static final Map<String, String> OF_RECIPIENT = Map.ofEntries(
            Map.entry("InvalidParameter.KmsNotEnabled", "refused.kms-closed"),
            Map.entry("InvalidParameter.Encrypted.KmsNotEnable", "refused.kms-closed"),
            Map.entry("OperationDenied.KmsServiceUnauthorized", "refused.own-role"),
            Map.entry("InvalidKMSKeyId.NotSymmetric", "refused.own-key-spec"),
            Map.entry("InvalidParam.EncryptedMismatch", "refused.not-encrypted"),
            Map.entry("NotSupportSnapshotEncrypted.ZoneId", "refused.zone"),
            Map.entry("InvalidZoneId.NotSupportShareEncryptedImage", "refused.zone"),
            Map.entry("InvalidZoneId.NotSupportCreateWithShareEncryptedImage", "refused.zone"),
            Map.entry("InvalidZoneId.NotFound", "refused.zone"),
            Map.entry("NotSupportSnapshotEncrypted.DiskCategory", "refused.category"),
            Map.entry("NotSupportSnapshotEncrypted.InstanceType", "refused.type"));

    private static final Map<String, String> OF_OWNER = Map.of(
            "InvalidImageId.NotFound", "refused.image",
            "OperationDenied.ImageNotValid", "refused.state",
            "IncorrectImageStatus", "refused.state",
            "NotSupportSnapshotEncrypted.RegionId", "refused.region",
            "InvalidRegion.NotSupport", "refused.region");

    private Refusals() {}

    /**
     * Why, and who repairs it.
     *
     * @param side null where it cannot be told
     * @param key of the sentence
     */
    record Cause(@Nullable Side side, String key) {}

    /**
     * What a code means.
     *
     * @param ownKey whether the recipient's key is known to be in order
     * @param ownRole whether the recipient's role is known to be in order
     */
    static Cause of(String code, boolean ownKey, boolean ownRole) {
        String owners = OF_OWNER.get(code);
        String recipients = OF_RECIPIENT.get(code);
        if (owners != null || recipients != null) {
            return owners != null
                    ? new Cause(Side.OWNER, owners)
                    : new Cause(Side.RECIPIENT, String.valueOf(recipients));
        }
        return switch (code) {
            case "InvalidParameter.KMSKeyId.KMSUnauthorized" -> either(ownRole, "refused.key-not-usable");
            case "InvalidParameter.KMSKeyId.CMKNotEnabled" -> either(ownKey, "refused.key-disabled");
            case "InvalidParameter.KMSKeyId.CMKUnauthorized" -> either(ownKey, "refused.key-untagged");
            case "InvalidParameter.KMSKeyId.NotFound" -> either(ownKey, "refused.key-absent");
            default -> new Cause(null, "refused.other");
        };
    }

    private static Cause either(boolean ownInOrder, String key) {
        return ownInOrder ? new Cause(Side.OWNER, key) : new Cause(null, key + "-of-either");
    }
}
