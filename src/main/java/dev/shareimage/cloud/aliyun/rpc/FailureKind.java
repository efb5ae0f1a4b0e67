package dev.shareimage.cloud.aliyun.rpc;

/** What a failed attempt means for the next one. */
enum FailureKind {
    /** The answer would be the same again. */
    FINAL,
    /** It was not done, and later it may be. */
    NOT_DONE,
    /** As {@link #NOT_DONE}, because calls come too fast. */
    THROTTLED,
    /** Nobody knows whether it was done. */
    UNCERTAIN,
    /** It was not done because the clock here is wrong. */
    WRONG_CLOCK,
    /** It was not done because the session token is over. */
    EXPIRED_TOKEN;

    /** Whether another attempt makes sense under the rule. */
    boolean allows(RetryPolicy resend) {
        return this != FINAL
                && (resend == RetryPolicy.FREELY || (resend == RetryPolicy.IF_NOT_DONE && this != UNCERTAIN));
    }
}
