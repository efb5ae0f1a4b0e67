package dev.shareimage.app.select;

import dev.shareimage.app.ImageQuery.Filter;
import dev.shareimage.cloud.Image;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The images of a region that a filter fits.
 *
 * <p>Images that can never be shared give way to others. In a family the available ones go first, as its latest image is
 * the newest of these (vendor documentation, image families).
 */
record Matches(Filter filter, List<Image> images) {

    List<Image> newestFirst() {
        List<Image> fitting = images.stream().filter(filter::matches).toList();
        boolean anyAvailable = fitting.stream().anyMatch(Image::available);
        boolean anyHopeful = fitting.stream().anyMatch(Matches::isHopeful);
        boolean family = filter.family().isPresent() && anyAvailable;
        return fitting.stream()
                .filter(image -> family ? image.available() : !anyHopeful || isHopeful(image))
                .sorted(Comparator.comparing(Matches::time).reversed().thenComparing(Image::id))
                .toList();
    }

    private static boolean isHopeful(Image image) {
        return image.available() || image.unfinished();
    }

    /** Of which it is not known when it was made is no newest. */
    private static Instant time(Image image) {
        Instant time = image.createdAt();
        return time == null ? Instant.MIN : time;
    }
}
