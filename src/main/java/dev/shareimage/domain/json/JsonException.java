package dev.shareimage.domain.json;

/** A text that is not one JSON document; the message says what is wrong and where. */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }
}
