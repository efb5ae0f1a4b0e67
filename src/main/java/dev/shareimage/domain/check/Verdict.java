package dev.shareimage.domain.check;

/** What a check says; one that could not look says {@link #NOT_CHECKED}, never {@link #PASS}. */
public enum Verdict {
    PASS("pass"),
    WARN("warn"),
    FAIL("fail"),
    NOT_CHECKED("not-checked");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** As it stands in JSON. */
    public String label() {
        return label;
    }
}
