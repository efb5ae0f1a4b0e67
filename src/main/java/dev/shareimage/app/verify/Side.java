package dev.shareimage.app.verify;

import java.util.Locale;

/** The two accounts that a share has to do with. */
public enum Side {
    /** Whose image it is. */
    OWNER,
    /** Who has got it. */
    RECIPIENT;

    /** As it stands in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
