package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.Region;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The families of images of a region, as one account sees them. */
final class ImageFamilies {

    private static final int MAX_IMAGES_PER_FAMILY = 100;
    private static final int MAX_FAMILIES = 100;

    private final Images images;
    private final String accountId;

    ImageFamilies(Call call, Region region) {
        this.images = new Images(call, region);
        this.accountId = call.caller().accountId();
    }

    /**
     * The name of an image's family for an account: for other accounts, the owner comes first (vendor documentation).
     */
    static @Nullable String nameOf(Image image, String accountId) {
        if (image.family() == null || image.vendor() != null || image.isOwnedBy(accountId)) {
            return image.family();
        }
        return "acs:" + image.ownerId() + ":" + image.family();
    }

    /** The newest available image of a family that the account may use. */
    Optional<Image> latest(String family) {
        return images.all()
                .filter(image -> family.equals(nameOf(image, accountId)))
                .filter(image -> image.status().equals("Available"))
                .filter(image -> image.isOwnedBy(accountId) || image.vendor() != null || images.isSharedWith(image))
                .max(Comparator.comparing(Image::created).thenComparing(Image::id));
    }

    /**
     * @throws ApiError 400 {@code InvalidImageFamily.Malformed}, {@code ImageQuotaFull.ImageFamily} or
     *     {@code ImageFamilyQuotaFull}
     */
    void requireRoom(String family) throws ApiError {
        if (!ImageNames.isName(family)) {
            throw new ApiError(
                    400, "InvalidImageFamily.Malformed", "The specified parameter \"ImageFamily\" is malformed.");
        }
        if (images.own().filter(image -> family.equals(image.family())).count() >= MAX_IMAGES_PER_FAMILY) {
            throw new ApiError(
                    400,
                    "ImageQuotaFull.ImageFamily",
                    "The specified image family has exceeded max number of images for one image family.");
        }
        Set<String> families =
                images.own().map(Image::family).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!families.contains(family) && families.size() >= MAX_FAMILIES) {
            throw new ApiError(
                    400, "ImageFamilyQuotaFull", "The specified region has exceeded max number of image family.");
        }
    }
}
