package dev.shareimage.app.select;

import dev.shareimage.app.ImageQuery.Filter;
import dev.shareimage.app.state.CopyMark;
import dev.shareimage.cloud.Image;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The images of a region that match a filter.
 *
 * <p>Copies that this program made count only if nothing else fits. Images that can be shared come before those that never can. In a family, available images come first, because the
 * latest image of a family is the newest available one (vendor documentation, image families).
 */
record Matches(Filter filter, List<Image> images) {

    List<Image> newestFirst() {
        List<Image> all = images.stream().filter(filter::matches).toList();
        boolean anyOriginal = all.stream().anyMatch(image -> !isCopy(image));
        List<Image> fitting =
                all.stream().filter(image -> !anyOriginal || !isCopy(image)).toList();
        boolean anyAvailable = fitting.stream().anyMatch(Image::available);
        boolean anyHopeful = fitting.stream().anyMatch(Matches::isHopeful);
        boolean family = filter.family().isPresent() && anyAvailable;
        return fitting.stream()
                .filter(image -> family ? image.available() : !anyHopeful || isHopeful(image))
                .sorted(Comparator.comparing(Matches::time).reversed().thenComparing(Image::id))
                .toList();
    }

    /** Whether this program made it, so that its name begins like that of its source. */
    private static boolean isCopy(Image image) {
        return image.ownerAlias().equals("self") && CopyMark.of(image).isPresent();
    }

    private static boolean isHopeful(Image image) {
        return image.available() || image.unfinished();
    }

    /** An image with an unknown creation time is never the newest. */
    private static Instant time(Image image) {
        Instant time = image.createdAt();
        return time == null ? Instant.MIN : time;
    }
}
