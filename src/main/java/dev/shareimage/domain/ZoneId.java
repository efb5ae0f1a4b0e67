package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/** A zone of a region, such as {@code cn-hongkong-b}. */
public record ZoneId(String value) implements Comparable<ZoneId> {

    private static final IdFormat RULE =
            new IdFormat("[a-z]{2,10}(-[a-z0-9]{1,16}){1,5}", "is not a zone id, as in cn-hongkong-b");

    public ZoneId {
        RULE.check(value);
    }

    @Override
    public int compareTo(ZoneId other) {
        return value.compareTo(other.value);
    }

    // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneId that && value.equals(that.value);
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
