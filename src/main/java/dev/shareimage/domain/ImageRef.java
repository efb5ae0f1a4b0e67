package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/** An image and the region where it is, as {@code cn-hongkong:m-bp1caf3yicx5jlfl0001}. */
public record ImageRef(RegionId region, ImageId id) {

    // By hand like hashCode: the ones that a record has by itself are put together at run time, at each start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageRef that && region.equals(that.region) && id.equals(that.id);
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
