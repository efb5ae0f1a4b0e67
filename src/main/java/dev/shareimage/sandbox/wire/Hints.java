package dev.shareimage.sandbox.wire;

/** Names of what fault injection may ask of a handler, found in {@link Call#hints}. */
public final class Hints {

    /**
     * Accounts that {@code ModifyImageSharePermission} leaves out in silence: ids parted by commas, or {@code *} for all.
     */
    public static final String DROP_ACCOUNTS = "drop-accounts";

    /**
     * How the changes of associations of resource shares that this call begins end: {@code hang} (never), or the
     * {@code FailureReason} they fail with, such as {@code LimitExceeded}.
     */
    public static final String ASSOCIATION = "association";

    /** How a copy of an image ends that this call begins: {@code hang} (never) or {@code fail}. */
    public static final String IMAGE_COPY = "image-copy";

    private Hints() {}

    /**
     * As {@link #ASSOCIATION}, for one kind of association alone.
     *
     * @param type {@code Resource} or {@code Target}
     */
    public static String association(String type) {
        return ASSOCIATION + "." + type;
    }
}
