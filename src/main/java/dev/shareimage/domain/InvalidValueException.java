package dev.shareimage.domain;

import org.jspecify.annotations.Nullable;

/**
 * A value that breaks its own rule, such as an account id with letters. The message says the rule.
 *
 * <p>The message does not contain the value: a file with secrets may have been named as a list of ids by mistake.
 */
public class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_QUOTE = 64;

    private final @Nullable String withValue;

    public InvalidValueException(String message) {
        this(message, null);
    }

    private InvalidValueException(String message, @Nullable String withValue) {
        super(message);
        this.withValue = withValue;
    }

    /**
     * A failure for a wrong value.
     *
     * @param rule continues a sentence that begins with the value: "is not an account id"
     */
    public static InvalidValueException of(String value, String rule) {
        return new InvalidValueException("this " + rule, quoted(value) + " " + rule);
    }

    /** The message with the value, for a person who has just typed it. */
    public final String messageWithValue() {
        return withValue == null ? String.valueOf(getMessage()) : withValue;
    }

    /** The value in quotation marks, without control characters, and shortened if it is long. */
    private static String quoted(String value) {
        String visible = value.replaceAll("\\p{C}", "\uFFFD");
        return "'" + (visible.length() <= MAX_QUOTE ? visible : visible.substring(0, MAX_QUOTE) + "…") + "'";
    }
}
