package dev.shareimage.sandbox.iam;

/** The decision of policies about an action. */
public enum PolicyDecision {
    /** A statement allows it and none denies it. */
    ALLOWED,
    /** No statement matches it. */
    NOT_ALLOWED,
    /** A statement denies it. This outweighs all other statements. */
    DENIED
}
