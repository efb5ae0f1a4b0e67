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
 * @param missing the images that were asked for and that the region does not have
 * @param trustedButNotShared accounts that the trust names and that have none of the images listed, as
 *     {@code UID@ecs.aliyuncs.com}
 * @param groupsRead whether directories and folders could be read; otherwise images may be shared with some all the same
 * @param notes what could not be read, such as a role that the caller may not see
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

    /** The images with the shares that are not known to be covered by the trust; those without such a share are left out. */
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

    /** Everybody who sees an encrypted image and cannot use it, each once. */
    public List<ShareTarget> untrusted() {
        return images.stream()
                .flatMap(image -> image.shares().stream())
                .filter(share -> Boolean.FALSE.equals(share.trusted()))
                .map(share -> ShareTarget.ofId(share.id()))
                .distinct()
                .toList();
    }

    /** An image and who has it; {@code encrypted} is null when it could not be told. */
    public record ListedImage(
            ImageId imageId, String name, @Nullable Boolean encrypted, List<ListedShare> shares) {
        public ListedImage {
            shares = List.copyOf(shares);
        }
    }

    /**
     * One way in which an image is shared.
     *
     * @param type {@code account}, {@code resource-directory} or {@code folder}
     * @param trusted null for an image that is not encrypted, or where the role could not be read
     * @param resourceShareId null for a direct share
     */
    public record ListedShare(
            String type,
            String id,
            @Nullable Instant sharedAt,
            @Nullable Boolean trusted,
            @Nullable String resourceShareId) {}
}
