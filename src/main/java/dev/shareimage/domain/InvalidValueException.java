package dev.shareimage.domain;

/** A value that breaks its own rule, such as an account id with letters; the message says the rule and the value. */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidValueException(String message) {
        super(message);
    }
}
