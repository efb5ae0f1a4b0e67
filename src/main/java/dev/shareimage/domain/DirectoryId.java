package dev.shareimage.domain;

/** The id of a resource directory, such as {@code rd-3G0000}. */
public record DirectoryId(String value) implements Comparable<DirectoryId> {

    private static final IdFormat RULE =
            new IdFormat("rd-[A-Za-z0-9]{1,32}", "is not a resource directory id: it starts with rd-, as in rd-3G0000");

    public DirectoryId {
        RULE.check(value);
    }

    @Override
    public int compareTo(DirectoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
