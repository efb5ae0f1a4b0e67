package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/** An image with the region that has it, as {@code cn-hongkong:m-bp1caf3yicx5jlfl0001}. */
public record ImageRef(RegionId region, ImageId id) implements Comparable<ImageRef> {

    private static final String FORM = "is not an image with its region, as in cn-hongkong:m-bp1caf3yicx5jlfl0001";

    /**
     * Reads {@code REGION:IMAGE}.
     *
     * @throws InvalidValueException for anything else
     */
    public static ImageRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw InvalidValueException.of(text, FORM);
        }
        return new ImageRef(new RegionId(text.substring(0, colon)), new ImageId(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(ImageRef other) {
        int byRegion = region.compareTo(other.region);
        return byRegion == 0 ? id.compareTo(other.id) : byRegion;
    }

    // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageRef that && id.equals(that.id) && region.equals(that.region);
    }

    @Override
    public int hashCode() {
        return 31 * region.hashCode() + id.hashCode();
    }

    @Override
    public String toString() {
        return region + ":" + id;
    }
}
