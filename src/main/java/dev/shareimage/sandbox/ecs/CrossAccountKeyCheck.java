package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Account;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import java.util.List;

/**
 * The conditions for the keys of both accounts before an account may read an encrypted image and encrypt it with
 * another key.
 */
final class CrossAccountKeyCheck {

    private final Call call;
    private final Region region;

    CrossAccountKeyCheck(Call call, Region region) {
        this.call = call;
        this.region = region;
    }

    /** Whether the image belongs to another account and is encrypted. */
    boolean concerns(Image image) {
        return !image.isOwnedBy(call.caller().accountId()) && isEncrypted(image);
    }

    boolean isEncrypted(Image image) {
        return !new Images(call, region).encryptedSnapshots(image).isEmpty();
    }

    /**
     * The owner's side: the key must be usable, and for another account's image the caller must have access to it.
     *
     * @throws ApiError 403 {@code InvalidParameter.KMSKeyId.CMKNotEnabled} or {@code
     *     InvalidParameter.KMSKeyId.KMSUnauthorized}, 400 {@code InvalidParameter.KMSKeyId.CMKUnauthorized}
     */
    void requireReadable(Image image) throws ApiError {
        for (Snapshot snapshot : new Images(call, region).encryptedSnapshots(image)) {
            KmsKey key = call.world()
                    .keys()
                    .find(region.id(), String.valueOf(snapshot.keyId()))
                    .orElseThrow(KeyAccess::notEnabled);
            if (concerns(image) && !new KeyAccess(call.world(), call.now()).isGranted(key, accountId())) {
                throw KeyAccess.unauthorized();
            }
            KeyAccess.requireUsable(key, 400);
        }
    }

    /**
     * The caller's side: encrypted disks need an activated key service, usable keys of the caller's own, and the role
     * that lets ECS use them. Without a named key the service key is used, which is assumed to exist.
     *
     * @param statusOfUntagged 400 for launches, 403 for copies
     * @throws ApiError 400 {@code InvalidParameter.KmsNotEnabled} or {@code InvalidKMSKeyId.NotSymmetric}, 404
     *     {@code InvalidParameter.KMSKeyId.NotFound}, 403 {@code InvalidParameter.KMSKeyId.CMKNotEnabled} or {@code
     *     InvalidParameter.KMSKeyId.KMSUnauthorized}, {@code InvalidParameter.KMSKeyId.CMKUnauthorized}
     */
    void requireOwnKeys(List<DiskRequest> disks, Region where, int statusOfUntagged) throws ApiError {
        if (disks.stream().anyMatch(DiskRequest::encrypted)) {
            requireActivated();
        }
        for (DiskRequest disk : disks) {
            if (disk.keyId().isPresent()) {
                requireOwnKey(disk.keyId().get(), where, statusOfUntagged);
            }
        }
    }

    private void requireActivated() throws ApiError {
        boolean activated = call.world()
                .accounts()
                .find(accountId())
                .filter(Account::kmsActivated)
                .isPresent();
        if (!activated) {
            throw new ApiError(
                    400,
                    "InvalidParameter.KmsNotEnabled",
                    "Failed to perform this operation because KMS is not activated.");
        }
    }

    private void requireOwnKey(String keyId, Region where, int statusOfUntagged) throws ApiError {
        KmsKey key = call.world()
                .keys()
                .find(where.id(), keyId)
                .filter(candidate -> candidate.accountId().equals(accountId()))
                .orElseThrow(() -> new ApiError(
                        404, "InvalidParameter.KMSKeyId.NotFound", "The specified KMSKeyId does not exist."));
        if (!key.isSymmetric()) {
            throw new ApiError(
                    400, "InvalidKMSKeyId.NotSymmetric", "The specified parameter KmsKeyId must be symmetric.");
        }
        KeyAccess.requireUsable(key, statusOfUntagged);
        if (!new KeyAccess(call.world(), call.now()).isGrantedToOwner(key)) {
            throw KeyAccess.unauthorized();
        }
    }

    private String accountId() {
        return call.caller().accountId();
    }
}
