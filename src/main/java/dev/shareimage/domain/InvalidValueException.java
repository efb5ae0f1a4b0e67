package dev.shareimage.domain;

/** A value that breaks its own rule, such as an account id with letters; the message says the rule and the value. */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_QUOTE = 64;

    public InvalidValueException(String message) {
        super(message);
    }

    /** The value in quotation marks, without control characters, cut when it is long. */
    public static String quoted(String value) {
        String visible = value.replaceAll("\\p{C}", "\uFFFD");
        return "'" + (visible.length() <= MAX_QUOTE ? visible : visible.substring(0, MAX_QUOTE) + "…") + "'";
    }
}
