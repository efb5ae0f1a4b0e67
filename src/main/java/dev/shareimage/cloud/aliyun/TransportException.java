package dev.shareimage.cloud.aliyun;

/** There was no whole answer. */
final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean sent;

    /**
     * @param code in the style of the cloud's codes, such as {@code ConnectionFailed}
     * @param sent whether the other side may have got the request
     */
    TransportException(String code, String message, boolean sent, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.sent = sent;
    }

    String code() {
        return code;
    }

    boolean sent() {
        return sent;
    }
}
