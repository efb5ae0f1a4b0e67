package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image in a region.
 *
 * @param ownerId the account it belongs to
 * @param vendor {@code system} or {@code marketplace} when it is sold or given by the vendor, else null
 * @param status {@code Creating}, {@code Available}, {@code Deprecated} and others
 * @param community whether everybody may use it
 * @param productCode of the marketplace, or null
 * @param hidesEncryption whether answers about it lack the field {@code Encrypted}, as those of old images do
 * @param shares the accounts it is shared with directly
 */
public record Image(
        String region,
        String id,
        String ownerId,
        @Nullable String vendor,
        String name,
        @Nullable String description,
        @Nullable String family,
        String status,
        boolean community,
        @Nullable String productCode,
        boolean copied,
        boolean hidesEncryption,
        Instant created,
        List<ImageDisk> disks,
        List<Tag> tags,
        List<ImageShare> shares)
        implements Entity {

    @Override
    public String key() {
        return region + "/" + id;
    }

    public boolean isOwnedBy(String accountId) {
        return ownerId.equals(accountId);
    }

    public Optional<ImageShare> shareWith(String accountId) {
        return shares.stream()
                .filter(share -> share.accountId().equals(accountId))
                .findFirst();
    }

    public Image withShares(List<ImageShare> newShares) {
        return new Image(
                region,
                id,
                ownerId,
                vendor,
                name,
                description,
                family,
                status,
                community,
                productCode,
                copied,
                hidesEncryption,
                created,
                disks,
                tags,
                List.copyOf(newShares));
    }
}
