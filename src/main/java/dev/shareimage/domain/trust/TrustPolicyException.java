package dev.shareimage.domain.trust;

/** Thrown for a stored document that is not a trust policy. The message says why. */
public final class TrustPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    public TrustPolicyException(String message) {
        super(message);
    }
}
