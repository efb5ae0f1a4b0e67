package dev.shareimage.cloud;

/** Who is calling; needs no permission. */
public interface Identity {

    CallerIdentity caller() throws CloudException;
}
