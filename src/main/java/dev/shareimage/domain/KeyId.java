package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/** The id of a KMS key as a snapshot names it, such as {@code key-hzz630494463ejqjx0000} or a UUID. */
public record KeyId(String value) {

    private static final IdFormat RULE = new IdFormat("[A-Za-z0-9:/_-]{1,256}", "is not a KMS key id");

    public KeyId {
        RULE.check(value);
    }

    // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyId that && value.equals(that.value);
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
