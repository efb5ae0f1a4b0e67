package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/** A region, such as {@code cn-hongkong}. It becomes part of host names, so only a-z, 0-9 and hyphens are allowed. */
public record RegionId(String value) implements Comparable<RegionId> {

    private static final IdFormat RULE =
            new IdFormat("[a-z]{2,10}(-[a-z0-9]{1,16}){1,4}", "is not a region id, as in cn-hongkong");

    public RegionId {
        RULE.check(value);
    }

    @Override
    public int compareTo(RegionId other) {
        return value.compareTo(other.value);
    }

    // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegionId that && value.equals(that.value);
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
