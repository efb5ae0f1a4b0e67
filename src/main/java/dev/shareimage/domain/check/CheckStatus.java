package dev.shareimage.domain.check;

/**
 * The result of a check. A check that could not read what it needs returns {@link #NOT_CHECKED}, never {@link #PASS}.
 */
public enum CheckStatus {
    PASS("pass"),
    WARN("warn"),
    FAIL("fail"),
    NOT_CHECKED("not-checked");

    private final String label;

    CheckStatus(String label) {
        this.label = label;
    }

    /** The name in JSON. */
    public String label() {
        return label;
    }
}
