package dev.shareimage.cloud;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a list of images. An image that is on none of the pages may exist all the same, because the list may change
 * between two reads.
 *
 * @param total how many images all pages have, as the cloud says; empty if the answer does not say
 */
public record ImagePage(List<Image> images, OptionalInt total) {

    public ImagePage {
        images = List.copyOf(images);
    }

    /** The number of pages of this size; 1 if the total is not known. */
    public int pages() {
        int size = Math.max(1, images.size());
        return Math.max(1, (int) ((total.orElse(size) + (long) size - 1) / size));
    }
}
