package dev.shareimage.cloud.aliyun.rpc;

/** When a call may be sent again. */
public enum RetryPolicy {
    /** Whenever that helps: the call reads, or doing it twice does no more than doing it once. */
    FREELY,
    /** When it was surely not done: a second time would do more than the first. */
    IF_NOT_DONE,
    /** Not by itself: it holds what was read before, which grows stale. */
    NEVER
}
