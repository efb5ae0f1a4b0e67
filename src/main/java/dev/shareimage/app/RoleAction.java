package dev.shareimage.app;

import java.util.Locale;

/** The result for the role, its trust or one of its policies. */
public enum RoleAction {
    /** The role did not exist and was created. */
    CREATED,
    /** The role got its policy, or its trust was changed. */
    UPDATED,
    /** The policy was missing and was attached. */
    ATTACHED,
    UNCHANGED,
    /** No image needs the key. */
    NOT_NEEDED,
    PLANNED,
    /** It could not be read, or the answer to a write was lost. */
    NOT_KNOWN;

    /** Whether something was written. */
    public boolean isChange() {
        return this == CREATED || this == UPDATED || this == ATTACHED;
    }

    /** The word in JSON, such as {@code not-needed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
