package dev.shareimage.domain.trust;

/** A stored document that is no trust policy; the message says why. */
public final class TrustPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    public TrustPolicyException(String message) {
        super(message);
    }
}
