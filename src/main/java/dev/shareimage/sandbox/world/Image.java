package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image in a region.
 *
 * @param ownerId the account that owns it
 * @param vendor {@code system} or {@code marketplace} if it comes from the vendor or the marketplace, or null
 * @param status {@code Creating}, {@code Available}, {@code Deprecated} and others; see {@link #asOf}
 * @param community whether everybody may use it
 * @param productCode the product code of the marketplace, or null
 * @param copy the copying from another image, or null
 * @param hidesEncryption whether answers about it lack the field {@code Encrypted}, as for old images
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
        @Nullable ImageCopying copy,
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

    /**
     * The image at a moment. The world stores only when a copy begins and ends, so its progress is computed.
     */
    public Image asOf(Instant now) {
        return copy != null && status.equals(ImageCopying.CREATING) ? withStatus(copy.statusAt(now)) : this;
    }

    /** Whether it is an unfinished copy. */
    public boolean isBeingCopiedAt(Instant now) {
        return copy != null && !copy.isOverAt(now);
    }

    public boolean isCopyOf(Image other) {
        return copy != null
                && copy.sourceId().equals(other.id())
                && copy.sourceRegion().equals(other.region());
    }

    public Image withShares(List<ImageShare> newShares) {
        return with(name, description, family, status, tags, newShares);
    }

    public Image withStatus(String newStatus) {
        return with(name, description, family, newStatus, tags, shares);
    }

    public Image withTags(List<Tag> newTags) {
        return with(name, description, family, status, newTags, shares);
    }

    /** The image with another name, description and family. */
    public Image withDetails(String newName, @Nullable String newDescription, @Nullable String newFamily) {
        return with(newName, newDescription, newFamily, status, tags, shares);
    }

    /** The image that is no longer public. */
    public Image withdrawn() {
        return new Image(
                region,
                id,
                ownerId,
                vendor,
                name,
                description,
                family,
                status,
                false,
                productCode,
                copy,
                hidesEncryption,
                created,
                disks,
                tags,
                shares);
    }

    private Image with(
            String newName,
            @Nullable String newDescription,
            @Nullable String newFamily,
            String newStatus,
            List<Tag> newTags,
            List<ImageShare> newShares) {
        return new Image(
                region,
                id,
                ownerId,
                vendor,
                newName,
                newDescription,
                newFamily,
                newStatus,
                community,
                productCode,
                copy,
                hidesEncryption,
                created,
                disks,
                List.copyOf(newTags),
                List.copyOf(newShares));
    }
}
