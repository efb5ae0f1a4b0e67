package dev.shareimage.app;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has which image.
 *
 * @param regions the regions that were listed
 * @param missing the requested images that do not exist
 * @param elsewhere the regions that have some of the missing images
 * @param trustedButNotShared the accounts that the trust policy names and that have none of the listed images, as
 *     {@code UID@ecs.aliyuncs.com}
 * @param groupsRead whether shares with directories and folders could be read; if not, there may be more shares
 * @param notes what could not be read, for example the role
 * @param unread the regions that could not be read, and why
 * @param roleIncomplete whether the role or its policy is known to be missing
 */
public record ShareListing(
        List<RegionId> regions,
        AccountId account,
        List<ListedImage> images,
        List<ImageRef> missing,
        Map<ImageRef, RegionId> elsewhere,
        List<String> trustedButNotShared,
        boolean groupsRead,
        List<String> notes,
        Map<RegionId, CloudException> unread,
        boolean roleIncomplete) {

    /** A listing with a complete role, that did not look for missing images in other regions. */
    public ShareListing(
            List<RegionId> regions,
            AccountId account,
            List<ListedImage> images,
            List<ImageRef> missing,
            List<String> trustedButNotShared,
            boolean groupsRead,
            List<String> notes,
            Map<RegionId, CloudException> unread) {
        this(regions, account, images, missing, Map.of(), trustedButNotShared, groupsRead, notes, unread, false);
    }

    public ShareListing {
        elsewhere = Map.copyOf(elsewhere);
        unread = Map.copyOf(unread);
        regions = List.copyOf(regions);
        images = List.copyOf(images);
        missing = List.copyOf(missing);
        trustedButNotShared = List.copyOf(trustedButNotShared);
        notes = List.copyOf(notes);
    }

    /** The region, when there is only one. */
    public @Nullable RegionId onlyRegion() {
        return regions.size() == 1 ? regions.get(0) : null;
    }

    /**
     * The images with only the shares that are not known to be covered by the trust. Images without such a share are
     * left out.
     */
    public List<ListedImage> imagesInDoubt() {
        return images.stream()
                .filter(image -> !Boolean.FALSE.equals(image.encrypted()))
                .map(image -> image.with(image.shares().stream()
                        .filter(share -> !Boolean.TRUE.equals(share.trusted()))
                        .toList()))
                .filter(image -> !image.shares().isEmpty())
                .toList();
    }

    /** All targets that have an encrypted image but cannot use it, each once. */
    public List<ShareTarget> untrusted() {
        return images.stream()
                .flatMap(image -> image.shares().stream())
                .filter(share -> Boolean.FALSE.equals(share.trusted()))
                .map(share -> ShareTarget.ofId(share.id()))
                .distinct()
                .toList();
    }

    /**
     * An image and its shares.
     *
     * @param encrypted whether it is encrypted, or null if that is not known
     * @param source the image that it is a copy of, or null
     */
    public record ListedImage(
            ImageRef image,
            String name,
            @Nullable Boolean encrypted,
            List<ListedShare> shares,
            @Nullable ImageRef source) {
        public ListedImage {
            shares = List.copyOf(shares);
        }

        /** An image that is no copy. */
        public ListedImage(ImageRef image, String name, @Nullable Boolean encrypted, List<ListedShare> shares) {
            this(image, name, encrypted, shares, null);
        }

        /** The same image with only some of its shares. */
        public ListedImage with(List<ListedShare> some) {
            return new ListedImage(image, name, encrypted, some, source);
        }

        public ImageId imageId() {
            return image.id();
        }

        public RegionId region() {
            return image.region();
        }
    }

    /**
     * One share of an image.
     *
     * @param type {@code account}, {@code resource-directory} or {@code folder}
     * @param trusted whether the target is trusted; null if the image is not encrypted, or if that is not known
     * @param resourceShareId the resource share, or null for a direct share
     * @param until the last day that a manifest gives it, which ends at midnight UTC; or null
     */
    public record ListedShare(
            String type,
            String id,
            @Nullable Instant sharedAt,
            @Nullable Boolean trusted,
            @Nullable String resourceShareId,
            @Nullable LocalDate until) {

        /** A share without an end, or whose end is not known. */
        public ListedShare(
                String type,
                String id,
                @Nullable Instant sharedAt,
                @Nullable Boolean trusted,
                @Nullable String resourceShareId) {
            this(type, id, sharedAt, trusted, resourceShareId, null);
        }
    }
}
