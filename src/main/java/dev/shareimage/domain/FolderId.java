package dev.shareimage.domain;

/** The id of a folder of a resource directory, such as {@code fd-Jyl5U70000}. */
public record FolderId(String value) implements Comparable<FolderId> {

    private static final IdFormat RULE =
            new IdFormat("fd-[A-Za-z0-9]{1,32}", "is not a folder id: it starts with fd-, as in fd-Jyl5U70000");

    public FolderId {
        RULE.check(value);
    }

    @Override
    public int compareTo(FolderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
