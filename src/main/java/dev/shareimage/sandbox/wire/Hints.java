package dev.shareimage.sandbox.wire;

/** Names of what fault injection may ask of a handler, found in {@link Call#hints}. */
public final class Hints {

    /**
     * Accounts that {@code ModifyImageSharePermission} leaves out in silence: ids parted by commas, or {@code *} for all.
     */
    public static final String DROP_ACCOUNTS = "drop-accounts";

    /**
     * How associations of resource shares begun by this call end: {@code hang} (never), or the {@code FailureReason}
     * they fail with, such as {@code LimitExceeded}.
     */
    public static final String ASSOCIATION = "association";

    private Hints() {}
}
