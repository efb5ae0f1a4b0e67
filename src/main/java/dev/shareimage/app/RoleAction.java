package dev.shareimage.app;

import java.util.Locale;

/** What became of the role, of its trust, or of a policy of it. */
public enum RoleAction {
    /** The role was not there. */
    CREATED,
    /** The role got its policy, or the trust was changed. */
    UPDATED,
    /** The policy was not there. */
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
