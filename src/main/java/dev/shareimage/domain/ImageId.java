package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/** The id of a custom image, such as {@code m-bp1caf3yicx5jlfl0001}; it is valid in one region. */
public record ImageId(String value) implements Comparable<ImageId> {

    private static final IdFormat RULE = new IdFormat(
            "m-[A-Za-z0-9_-]{1,64}", "is not an image id: it starts with m-, as in m-bp1caf3yicx5jlfl0001");

    public ImageId {
        RULE.check(value);
    }

    @Override
    public int compareTo(ImageId other) {
        return value.compareTo(other.value);
    }

    // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
