package dev.shareimage.sandbox.iam;

/** A policy document that breaks the grammar. */
final class MalformedPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String message) {
        super(message, null, false, false);
    }
}
