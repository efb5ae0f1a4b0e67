package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Account;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cloud's conditions for sharing an image with more accounts, in the order of the errors. */
final class Shareability {

    /** Images that are encrypted with the service key cannot be shared since then (vendor announcement). */
    private static final Instant SERVICE_KEY_REFUSED_FROM = Instant.parse("2025-07-01T00:00:00Z");

    private final Call call;
    private final Region region;

    Shareability(Call call, Region region) {
        this.call = call;
        this.region = region;
    }

    /**
     * @param newAccounts those that do not have the image yet
     */
    void require(Image image, List<String> newAccounts) throws ApiError {
        requireState(image);
        requireSameSite(image, newAccounts);
        List<Snapshot> encrypted = new Images(call, region).encryptedSnapshots(image);
        if (!encrypted.isEmpty()) {
            requireSingleSnapshot(image);
            requireKey(key(encrypted.get(0)), newAccounts);
        }
    }

    private static void requireState(Image image) throws ApiError {
        if (!image.status().equals("Available")) {
            throw new ApiError(
                    403,
                    "OperationDenied.InvalidImageStatus",
                    "The specified image cannot be shared when it is deprecated.");
        }
        if (image.community()) {
            throw new ApiError(403, "Image.Public", "The specified image is public image.");
        }
    }

    private void requireSameSite(Image image, List<String> newAccounts) throws ApiError {
        if (image.productCode() == null) {
            return;
        }
        String site = site(image.ownerId());
        for (String account : newAccounts) {
            if (!site(account).equals(site)) {
                throw new ApiError(403, "InvalidImageId.BidMismatch", "Cannot share image with other bid user.");
            }
        }
    }

    private void requireSingleSnapshot(Image image) throws ApiError {
        if (image.disks().size() > 1) {
            throw new ApiError(
                    403,
                    "OperationDeined.FullImage",
                    "The encrypted image contains multiple snapshots, which do not support share.");
        }
    }

    private void requireKey(Optional<KmsKey> key, List<String> newAccounts) throws ApiError {
        if (key.isEmpty()) {
            throw KeyAccess.notEnabled();
        }
        if (key.get().isServiceKey() && !call.now().isBefore(SERVICE_KEY_REFUSED_FROM)) {
            throw new ApiError(
                    403,
                    "InvalidOperation.ServiceKeyEncryptedImageUnsupported",
                    "The image encrypted with a service key does not support share.");
        }
        if (!region.sharesEncrypted()) {
            throw new ApiError(
                    403,
                    "OperationDeined.EncryptedSnapshot",
                    "The image contains encrypted snapshots, which do not support share.");
        }
        requireRole(key.get(), newAccounts);
        KeyAccess.requireUsable(key.get(), 403);
    }

    private void requireRole(KmsKey key, List<String> newAccounts) throws ApiError {
        KeyAccess access = new KeyAccess(call.world(), call.now());
        for (String account : newAccounts) {
            if (!access.isGranted(key, account)) {
                throw new ApiError(
                        403,
                        "AssumeRoleError",
                        "Requires a RAM role of AliyunECSShareEncryptImageDefaultRole before sharing encrypted image.");
            }
        }
    }

    private Optional<KmsKey> key(Snapshot snapshot) {
        return call.world().keys().find(region.id(), String.valueOf(snapshot.keyId()));
    }

    private String site(String accountId) {
        return call.world().accounts().find(accountId).map(Account::site).orElse("");
    }
}
