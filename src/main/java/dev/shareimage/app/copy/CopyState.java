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
 * A copy that is asked for, as far as it could be read.
 *
 * @param images the caller's own images in the region of the copy
 * @param limit how many there may be; unread where nothing is to be made
 * @param key which key the copy is to be made with; where there is a copy already, the one that was asked for
 */
public record CopyState(CopyWish wish, List<Image> images, ReadResult<OptionalInt> limit, KeyChoice key) {

    /** Where the copy is or will be. */
    public RegionId region() {
        return wish.target().region();
    }

    /** The copy that is there, the most usable one where there are several. */
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

    /** The copy, where it can be shared at once. */
    public Optional<ImageRef> available() {
        return existing().filter(Image::available).map(this::ref);
    }

    /** Whether it has to be made, or is being made already. */
    public boolean awaited() {
        return existing().map(Image::unfinished).orElse(true);
    }

    /** The copy that another run, or an earlier one, has begun. */
    public Optional<ImageRef> begun() {
        return existing().filter(Image::unfinished).map(this::ref);
    }

    private ImageRef ref(Image image) {
        return new ImageRef(region(), image.id());
    }

    /** How many copies and other images are being made there. */
    public long unfinished() {
        return images.stream().filter(Image::unfinished).count();
    }

    /** Another image that has the name which the copy is to have. */
    public Optional<Image> nameHolder(Image source) {
        String name = wish.mark().name(source.name());
        return images.stream().filter(image -> image.name().equals(name)).findFirst();
    }

    /**
     * What the cloud is asked for; equal for equal wishes, so that it is done once.
     *
     * @param gone a copy that an equal order made and that somebody deleted since, or null
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
