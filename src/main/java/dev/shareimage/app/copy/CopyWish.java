package dev.shareimage.app.copy;

import dev.shareimage.app.state.CopyMark;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One copy that is asked for.
 *
 * @param source the image that it is to be made from, which is in another region
 */
public record CopyWish(ImageRef source, CopyTarget target) {

    /** Each image in each of the regions, but for the one where it is itself. */
    public static List<CopyWish> of(Collection<ImageRef> sources, Collection<CopyTarget> targets) {
        List<CopyWish> wishes = new ArrayList<>();
        for (CopyTarget target : targets) {
            sources.stream()
                    .filter(source -> !source.region().equals(target.region()))
                    .forEach(source -> wishes.add(new CopyWish(source, target)));
        }
        return wishes;
    }

    /** By what the copy is found again. */
    public CopyMark mark() {
        return new CopyMark(source);
    }
}
