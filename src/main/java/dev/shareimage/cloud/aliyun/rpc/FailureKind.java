package dev.shareimage.cloud.aliyun.rpc;

/** What a failed attempt means for the next one. */
enum FailureKind {
    /** The answer would be the same. */
    FINAL,
    /** The call was not executed, and may succeed later. */
    NOT_DONE,
    /** Like {@link #NOT_DONE}, because the calls come too fast. */
    THROTTLED,
    /** It is unknown whether the call was executed. */
    UNCERTAIN,
    /** The call was not executed because this machine's clock is wrong. */
    WRONG_CLOCK,
    /** The call was not executed because the session token has expired. */
    EXPIRED_TOKEN;

    /** Whether the policy allows another attempt. */
    boolean allows(RetryPolicy retryPolicy) {
        return this != FINAL
                && (retryPolicy == RetryPolicy.FREELY || (retryPolicy == RetryPolicy.IF_NOT_DONE && this != UNCERTAIN));
    }
}
