package dev.shareimage.app.copy;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CopyOrder;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A requested copy, as far as it could be read.
 *
 * @param images the caller's own images in the region of the copy
 * @param limit the maximum number of images; unread if no copy must be made
 * @param key the key for the copy; for an existing copy, the key that was named
 */
public record CopyState(CopyWish wish, List<Image> images, ReadResult<OptionalInt> limit, KeyChoice key) {

    /** The region of the copy. */
    public RegionId region() {
        return wish.target().region();
    }

    /** The existing copy; the most usable one if there are several. */
    public Optional<Image> existing() {
        return existing(wish, images);
    }

    static Optional<Image> existing(CopyWish wish, List<Image> images) {
        return images.stream()
                .filter(wish.mark()::isOn)
                .min(Comparator.comparingInt(CopyState::rank).thenComparing(Image::id));
    }

    private static int rank(Image image) {
        return image.available() ? 0 : image.unfinished() ? 1 : 2;
    }

    /** The copy, if it can be shared now. */
    public Optional<ImageRef> available() {
        return existing().filter(Image::available).map(this::ref);
    }

    /** Whether the copy must be made, or is in progress. */
    public boolean awaited() {
        return existing().map(Image::unfinished).orElse(true);
    }

    /** The copy that another run or an earlier one has started. */
    public Optional<ImageRef> begun() {
        return existing().filter(Image::unfinished).map(this::ref);
    }

    private ImageRef ref(Image image) {
        return new ImageRef(region(), image.id());
    }

    /** The number of images that are in progress in the region. */
    public long unfinished() {
        return images.stream().filter(Image::unfinished).count();
    }

    /** Another image that has the name of the copy. */
    public Optional<Image> nameHolder(Image source) {
        String name = wish.mark().name(source.name());
        return images.stream().filter(image -> image.name().equals(name)).findFirst();
    }

    /**
     * The order for the cloud. Equal wishes give equal orders, so that the cloud makes one copy.
     *
     * @param gone a deleted copy that an equal order made, or null
     */
    public CopyOrder order(Image source, KeyId with, @Nullable ImageId gone) {
        String what = wish.source() + " " + region() + " " + with + (gone == null ? "" : " " + gone);
        return new CopyOrder(
                wish.source().region(),
                wish.source().id(),
                region(),
                with,
                wish.mark().name(source.name()),
                "Copy of " + wish.source().id() + " in " + wish.source().region(),
                wish.mark().tags(),
                UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
