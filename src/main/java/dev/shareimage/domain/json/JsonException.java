package dev.shareimage.domain.json;

/** A text that is not one JSON document; the message says what is wrong and where, and may quote the text. */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    public JsonException(String message) {
        super(message);
        this.place = "";
    }

    /**
     * @param place line and column
     */
    JsonException(String reason, String place) {
        super(reason + " (" + place + ")");
        this.place = place;
    }

    /** Where it is wrong, for texts of which nothing may be quoted; empty when that is not known. */
    public String place() {
        return place;
    }
}
