package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/** The id (UID) of an Alibaba Cloud account: digits, usually 16. */
public record AccountId(String value) implements Comparable<AccountId> {

    private static final int DEFAULT_LENGTH = 16;
    private static final IdFormat RULE =
            new IdFormat("[1-9][0-9]{4,19}", "is not an account id: digits only, 16 as a rule, as in 2000000000000002");

    public AccountId {
        RULE.check(value);
    }

    /** Whether it has the usual 16 digits. Another length is probably a typing mistake. */
    public boolean hasUsualLength() {
        return value.length() == DEFAULT_LENGTH;
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    // Written by hand like hashCode, because those that a record generates are linked at run time, at every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountId that && value.equals(that.value);
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
