package dev.shareimage.cloud.aliyun.rpc;

/** When a call may be sent again. */
public enum RetryPolicy {
    /** After any failure: the call reads, or a second execution changes nothing. */
    FREELY,
    /** Only if the call was certainly not executed, because a second execution would change something. */
    IF_NOT_DONE,
    /** Never: the call contains what was read before, which becomes outdated. */
    NEVER
}
