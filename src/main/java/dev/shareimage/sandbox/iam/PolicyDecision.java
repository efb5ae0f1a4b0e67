package dev.shareimage.sandbox.iam;

/** What policies say about an action. */
public enum PolicyDecision {
    /** A statement allows it and none denies it. */
    ALLOWED,
    /** No statement is about it. */
    NOT_ALLOWED,
    /** A statement denies it, whatever others say. */
    DENIED
}
