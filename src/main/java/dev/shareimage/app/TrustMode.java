package dev.shareimage.app;

/** What {@code set-trust} does with the targets. */
public enum TrustMode {
    MERGE,
    REPLACE,
    REMOVE
}
