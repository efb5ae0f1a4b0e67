package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;

/** Reads the flags of a manifest. */
final class Flags {

    private Flags() {}

    static boolean parse(String member, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidValueException(member + " is neither true nor false");
        }
        return text.equals("true");
    }
}
