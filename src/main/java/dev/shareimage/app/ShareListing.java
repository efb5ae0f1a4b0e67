package dev.shareimage.app;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has which image.
 *
 * @param missing the requested images that the region does not have
 * @param trustedButNotShared the accounts that the trust policy names and that have none of the listed images, as
 *     {@code UID@ecs.aliyuncs.com}
 * @param groupsRead whether shares with directories and folders could be read; if not, there may be more shares
 * @param notes what could not be read, for example the role
 */
public record ShareListing(
        RegionId region,
        AccountId account,
        List<ListedImage> images,
        List<ImageId> missing,
        List<String> trustedButNotShared,
        boolean groupsRead,
        List<String> notes) {

    public ShareListing {
        images = List.copyOf(images);
        missing = List.copyOf(missing);
        trustedButNotShared = List.copyOf(trustedButNotShared);
        notes = List.copyOf(notes);
    }

    /** The images with only those shares that are not known to be trusted. Images without such shares are left out. */
    public List<ListedImage> imagesInDoubt() {
        return images.stream()
                .filter(image -> !Boolean.FALSE.equals(image.encrypted()))
                .map(image -> new ListedImage(
                        image.imageId(),
                        image.name(),
                        image.encrypted(),
                        image.shares().stream()
                                .filter(share -> !Boolean.TRUE.equals(share.trusted()))
                                .toList()))
                .filter(image -> !image.shares().isEmpty())
                .toList();
    }

    /** All targets that have an encrypted image and cannot use it, each once. */
    public List<ShareTarget> untrusted() {
        return images.stream()
                .flatMap(image -> image.shares().stream())
                .filter(share -> Boolean.FALSE.equals(share.trusted()))
                .map(share -> ShareTarget.ofId(share.id()))
                .distinct()
                .toList();
    }

    /** An image and its shares; {@code encrypted} is null if that is not known. */
    public record ListedImage(
            ImageId imageId, String name, @Nullable Boolean encrypted, List<ListedShare> shares) {
        public ListedImage {
            shares = List.copyOf(shares);
        }
    }

    /**
     * One share of an image.
     *
     * @param type {@code account}, {@code resource-directory} or {@code folder}
     * @param trusted whether the target is trusted; null if the image is not encrypted, or if that is not known
     * @param resourceShareId the resource share, or null for a direct share
     */
    public record ListedShare(
            String type,
            String id,
            @Nullable Instant sharedAt,
            @Nullable Boolean trusted,
            @Nullable String resourceShareId) {}
}
