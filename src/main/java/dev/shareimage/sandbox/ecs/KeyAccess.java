package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.iam.Permissions;
import dev.shareimage.sandbox.iam.PolicyDecision;
import dev.shareimage.sandbox.iam.TrustEvaluator;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.Tag;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether ECS may use a key: it assumes a role of the key's owner and calls the owner's key service.
 *
 * <p>For another account it does so as {@code <account>@ecs.aliyuncs.com} (vendor documentation, image sharing), for the
 * owner as {@code ecs.aliyuncs.com} (vendor documentation, disk encryption).
 */
final class KeyAccess {

    private static final String SHARING_ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String ENCRYPTION_ROLE = "AliyunECSDiskEncryptDefaultRole";

    /** What ECS does with the key. This is assumed, because the documentation names only the full-access policy. */
    private static final List<String> NEEDED = List.of("kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey");

    private static final Tag FOR_DISKS = new Tag("acs:ecs:disk-encryption", "true");

    private final World world;
    private final Instant effective;

    KeyAccess(World world, Instant now) {
        this.world = world;
        this.effective = now.minusMillis(world.settings().ramEffectLagMillis());
    }

    /**
     * Whether ECS may use the key for another account: the role exists, trusts ECS for that account, and may use the
     * key.
     */
    boolean isGranted(KmsKey key, String accountId) {
        return role(key, SHARING_ROLE)
                .filter(role -> trusts(role, accountId) && mayUse(role, key))
                .isPresent();
    }

    /** Whether ECS may use the key for its owner. The service key needs no role. */
    boolean isGrantedToOwner(KmsKey key) {
        return key.isServiceKey()
                || role(key, ENCRYPTION_ROLE)
                        .filter(role -> TrustEvaluator.allowsOwnService(role.trustAt(effective), "ecs.aliyuncs.com"))
                        .filter(role -> mayUse(role, key))
                        .isPresent();
    }

    /**
     * @throws ApiError {@code InvalidParameter.KMSKeyId.CMKNotEnabled} or
     *     {@code InvalidParameter.KMSKeyId.CMKUnauthorized}
     */
    static void requireUsable(KmsKey key, int statusOfUntagged) throws ApiError {
        if (!key.isEnabled()) {
            throw notEnabled();
        }
        if (!isTagged(key)) {
            throw new ApiError(
                    statusOfUntagged,
                    "InvalidParameter.KMSKeyId.CMKUnauthorized",
                    "This operation for kmsKeyId is forbidden by KMS. If you need further assistance, you can contact"
                            + " the KMS Technical Support.");
        }
    }

    static ApiError unauthorized() {
        return new ApiError(
                403, "InvalidParameter.KMSKeyId.KMSUnauthorized", "ECS service have no right to access your KMS.");
    }

    static ApiError notEnabled() {
        return new ApiError(403, "InvalidParameter.KMSKeyId.CMKNotEnabled", "The CMK needs to be enabled.");
    }

    private static boolean isTagged(KmsKey key) {
        return key.isServiceKey() || key.tags().contains(FOR_DISKS);
    }

    private Optional<RamRole> role(KmsKey key, String name) {
        return world.roles()
                .find(key.accountId(), name)
                .filter(candidate -> !candidate.created().isAfter(effective));
    }

    private boolean trusts(RamRole role, String accountId) {
        Map<String, String> context = new DirectoryTree(world).trustContext(accountId);
        return TrustEvaluator.allows(role.trustAt(effective), accountId + "@ecs.aliyuncs.com", context);
    }

    private boolean mayUse(RamRole role, KmsKey key) {
        List<PolicyAttachment> attachments = role.policies().stream()
                .filter(attachment -> !attachment.attached().isAfter(effective))
                .toList();
        Map<String, String> context = new HashMap<>();
        key.tags().forEach(tag -> context.put("kms:tag/" + tag.key(), tag.value()));
        return NEEDED.stream()
                .allMatch(action -> Permissions.judge(world, role.accountId(), attachments, action, key.arn(), context)
                        == PolicyDecision.ALLOWED);
    }
}
