package dev.shareimage.app.verify;

import java.util.Locale;

/** The two accounts of a share. */
public enum Side {
    /** The owner of the image. */
    OWNER,
    /** The recipient of the image. */
    RECIPIENT;

    /** The name in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
