package dev.shareimage.sandbox.http;

/** A request that cannot be read; the connection is of no use afterwards. */
final class BadRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequest(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    HttpResponse response() {
        return HttpResponse.text(status, String.valueOf(getMessage()));
    }
}
