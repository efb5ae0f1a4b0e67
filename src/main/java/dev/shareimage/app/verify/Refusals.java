package dev.shareimage.app.verify;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a refused dry run means, and who must repair it: the codes of {@code CopyImage} and {@code RunInstances}
 * (vendor's lists of error codes). Some codes can mean the key or role of either account. In that case the recipient's
 * own checks decide.
 */
public final class Refusals {

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

    /** Codes about a key or role of either side. */
    private static final Map<String, String> OF_EITHER = Map.of(
            "InvalidParameter.KMSKeyId.KMSUnauthorized", "refused.key-not-usable",
            "InvalidParameter.KMSKeyId.CMKNotEnabled", "refused.key-disabled",
            "InvalidParameter.KMSKeyId.CMKUnauthorized", "refused.key-untagged",
            "InvalidParameter.KMSKeyId.NotFound", "refused.key-absent");

    private static final String OF_INSTANCE_KEY = "refused.instance";

    private static final String UNKNOWN = "refused.other";

    private Refusals() {}

    /**
     * The cause, and who must repair it.
     *
     * @param side the side, or null if it is not known
     * @param key the key of the sentence
     */
    public record Cause(@Nullable Side side, String key) {}

    /** All known codes by their cause. A code ends with an asterisk if only its beginning is known. */
    public static SortedMap<String, SortedSet<String>> codes() {
        SortedMap<String, SortedSet<String>> codes = new TreeMap<>();
        Stream.of(OF_OWNER, OF_RECIPIENT)
                .flatMap(all -> all.entrySet().stream())
                .forEach(entry -> add(codes, entry.getValue(), entry.getKey()));
        OF_EITHER.forEach((code, key) -> add(codes, key + "-of-either", code));
        OF_INSTANCE.forEach(beginning -> add(codes, OF_INSTANCE_KEY, beginning + "*"));
        return codes;
    }

    /** Who repairs a cause; null if either side may have to. */
    public static @Nullable Side side(String key) {
        return OF_OWNER.containsValue(key) ? Side.OWNER : key.endsWith("-of-either") ? null : Side.RECIPIENT;
    }

    private static void add(SortedMap<String, SortedSet<String>> codes, String key, String code) {
        codes.computeIfAbsent(key, any -> new TreeSet<>()).add(code);
    }

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
        String either = OF_EITHER.get(code);
        if (either != null) {
            return either(either.equals("refused.key-not-usable") ? ownRole : ownKey, either);
        }
        return launch && OF_INSTANCE.stream().anyMatch(code::startsWith)
                ? new Cause(Side.RECIPIENT, OF_INSTANCE_KEY)
                : new Cause(null, UNKNOWN);
    }

    private static Cause either(boolean ownInOrder, String key) {
        return ownInOrder ? new Cause(Side.OWNER, key) : new Cause(null, key + "-of-either");
    }
}
