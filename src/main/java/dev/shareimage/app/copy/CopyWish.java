package dev.shareimage.app.copy;

import dev.shareimage.app.state.CopyMark;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A requested copy.
 *
 * @param source the image to copy, which is in another region
 * @param general whether it is requested for all images, and so not for copies
 */
public record CopyWish(ImageRef source, CopyTarget target, boolean general) {

    /** A copy of just this image. */
    public CopyWish(ImageRef source, CopyTarget target) {
        this(source, target, false);
    }

    /** Each image in each of the regions, except its own. */
    public static List<CopyWish> of(Collection<ImageRef> sources, Collection<CopyTarget> targets) {
        List<CopyWish> wishes = new ArrayList<>();
        for (CopyTarget target : targets) {
            sources.stream()
                    .filter(source -> !source.region().equals(target.region()))
                    .forEach(source -> wishes.add(new CopyWish(source, target)));
        }
        return wishes;
    }

    /** What identifies the copy. */
    public CopyMark mark() {
        return new CopyMark(source);
    }
}
