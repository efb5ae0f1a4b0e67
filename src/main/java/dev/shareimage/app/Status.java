package dev.shareimage.app;

/** How a command ended. */
public enum Status {
    /** Nothing was written: a dry run, or a plan that waits to be confirmed. */
    PLANNED,
    SUCCEEDED,
    /** The requested state was already in place; nothing was written. */
    UNCHANGED,
    /** Some targets done, some not. */
    PARTIAL,
    FAILED,
    /** Not confirmed; nothing was written. */
    DECLINED;

    /** As it stands in JSON. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
