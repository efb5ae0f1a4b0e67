package dev.shareimage.domain.json;

/**
 * Thrown for a text that is not one JSON document. The message says what is wrong and where, and may quote the text.
 */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    public JsonException(String message) {
        super(message);
        this.place = "";
    }

    /** @param place the line and column */
    JsonException(String reason, String place) {
        super(reason + " (" + place + ")");
        this.place = place;
    }

    /** The place of the error, for texts that must not be quoted; empty if it is not known. */
    public String place() {
        return place;
    }
}
