package dev.shareimage.app;

/** How a command ended. */
public enum Status {
    /** Nothing was changed: a dry run, or a plan that is not confirmed yet. */
    PLANNED,
    SUCCEEDED,
    /** Everything was already as requested. Nothing was changed. */
    UNCHANGED,
    /** Some targets were done, and some were not. */
    PARTIAL,
    FAILED,
    /** The plan was not confirmed. Nothing was changed. */
    DECLINED;

    /** The name in JSON. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
