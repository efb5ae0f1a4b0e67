package dev.shareimage.sandbox.http;

/** The limits for one client. */
final class HttpLimits {

    /** The maximum length of a request line or header, in bytes. Query strings may contain whole policy documents. */
    static final int MAX_LINE_BYTES = 64 * 1024;

    static final int MAX_HEADERS = 100;

    /** In bytes. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    /** Further connections are closed without an answer. */
    static final int MAX_CONNECTIONS = 1024;

    /** The maximum time without data between requests and within one. */
    static final int MAX_SILENCE_MILLIS = 60_000;

    private HttpLimits() {}
}
