package dev.shareimage.domain;

/** The id of a custom image, such as {@code m-bp1caf3yicx5jlfl0001}; it is valid in one region. */
public record ImageId(String value) implements Comparable<ImageId> {

    private static final Rule RULE =
            new Rule("m-[A-Za-z0-9_-]{1,64}", "is not an image id: it starts with m-, as in m-bp1caf3yicx5jlfl0001");

    public ImageId {
        RULE.check(value);
    }

    @Override
    public int compareTo(ImageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
