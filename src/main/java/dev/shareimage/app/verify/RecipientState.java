package dev.shareimage.app.verify;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read in the recipient's account.
 *
 * @param opened whether KMS is activated
 */
record RecipientState(
        RegionId region,
        ReadResult<CallerIdentity> caller,
        List<SeenImage> images,
        ReadResult<Boolean> opened,
        OwnRole role,
        OwnKeys keys) {

    /**
     * An image as the recipient sees it.
     *
     * @param image the image; empty if the recipient does not see it
     * @param elsewhere another region in which the recipient sees it
     */
    record SeenImage(ImageId id, ReadResult<Optional<Image>> image, Optional<RegionId> elsewhere) {

        Optional<Image> found() {
            return image.known().flatMap(present -> present);
        }

        /** Whether the cloud knows no region with that name. */
        boolean inUnknownRegion() {
            CloudException failure = image.failure();
            return failure != null && ErrorCause.of(failure.code()).equals(Optional.of(ErrorCause.REGION_UNKNOWN));
        }

        /** Whether a key is needed: the image is encrypted, or that is not known. */
        boolean needsKey() {
            return found().flatMap(Image::encrypted).orElse(true);
        }
    }

    /** All reads. */
    Stream<ReadResult<?>> readings() {
        Stream<ReadResult<?>> common = Stream.of(caller, opened, role.role(), role.policies(), keys.usable());
        Stream<ReadResult<?>> ofKey = keys.chosen().stream().flatMap(key -> Stream.of(key.key(), key.tags()));
        Stream<ReadResult<?>> ofImages = images.stream().map(SeenImage::image);
        return Stream.of(common, ofKey, ofImages).flatMap(each -> each);
    }

    /** Whether any image needs a key. In a region that does not exist, nothing is needed. */
    boolean needsKey() {
        return images.stream().anyMatch(image -> image.needsKey() && !image.inUnknownRegion());
    }
}
