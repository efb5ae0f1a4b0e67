package dev.shareimage.app.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a refused dry run means, and who must repair it: the codes of {@code CopyImage} and {@code RunInstances}
 * (vendor's lists of error codes). Some codes can mean the key or role of either account. In that case the recipient's
 * own checks decide.
 */
final class Refusals {

    /** The keys of the sentences, for codes with only one cause. */
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
            Map.entry("NotSupportSnapshotEncrypted.InstanceType", "refused.type"),
            Map.entry("InvalidLaunchTemplate.NotFound", "refused.template"),
            Map.entry("InvalidLaunchTemplateVersion.NotFound", "refused.template"));

    /** The beginnings of codes about the instance that the recipient asks for, and about limits of their account. */
    private static final List<String> OF_INSTANCE = List.of(
            "InvalidInstanceType",
            "InvalidResourceType",
            "InvalidSecurityGroupId",
            "InvalidSystemDisk",
            "InvalidVSwitchId",
            "MissingParameter",
            "OperationDenied.NoStock",
            "QuotaExceed",
            "Zone.NotOnSale");

    private static final Map<String, String> OF_OWNER = Map.of(
            "InvalidImageId.NotFound", "refused.image",
            "OperationDenied.ImageNotValid", "refused.state",
            "IncorrectImageStatus", "refused.state",
            "NotSupportSnapshotEncrypted.RegionId", "refused.region",
            "InvalidRegion.NotSupport", "refused.region");

    private static final String UNKNOWN = "refused.other";

    private Refusals() {}

    /**
     * The cause, and who must repair it.
     *
     * @param side the side, or null if it is not known
     * @param key the key of the sentence
     */
    record Cause(@Nullable Side side, String key) {}

    /** Whether the meaning of a code is known, whatever the call was. */
    static boolean isKnown(String code) {
        return !of(code, false, true, true).key().equals(UNKNOWN);
    }

    /**
     * The meaning of a code.
     *
     * @param launch whether the call was to launch an instance
     * @param ownKey whether the recipient's key is known to be right
     * @param ownRole whether the recipient's role is known to be right
     */
    static Cause of(String code, boolean launch, boolean ownKey, boolean ownRole) {
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
            default ->
                launch && OF_INSTANCE.stream().anyMatch(code::startsWith)
                        ? new Cause(Side.RECIPIENT, "refused.instance")
                        : new Cause(null, UNKNOWN);
        };
    }

    private static Cause either(boolean ownInOrder, String key) {
        return ownInOrder ? new Cause(Side.OWNER, key) : new Cause(null, key + "-of-either");
    }
}
