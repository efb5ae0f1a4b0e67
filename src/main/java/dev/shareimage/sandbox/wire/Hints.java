package dev.shareimage.sandbox.wire;

/** The names of instructions from fault injection to a handler, found in {@link Call#hints}. */
public final class Hints {

    /**
     * Accounts that {@code ModifyImageSharePermission} silently ignores: ids with commas between them, or {@code *} for
     * all.
     */
    public static final String DROP_ACCOUNTS = "drop-accounts";

    /**
     * How the associations of resource shares that this call starts end: {@code hang} (never), or a {@code
     * FailureReason} such as {@code LimitExceeded}.
     */
    public static final String ASSOCIATION = "association";

    /** How a copy of an image that this call starts ends: {@code hang} (never) or {@code fail}. */
    public static final String IMAGE_COPY = "image-copy";

    private Hints() {}

    /**
     * As {@link #ASSOCIATION}, for one kind of association.
     *
     * @param type {@code Resource} or {@code Target}
     */
    public static String association(String type) {
        return ASSOCIATION + "." + type;
    }
}
