package dev.shareimage.sandbox.http;

/** What one client may cost the server. */
final class HttpLimits {

    /** Of a request line or a header, in bytes; whole policy documents travel in query strings. */
    static final int MAX_LINE_BYTES = 64 * 1024;

    static final int MAX_HEADERS = 100;

    /** In bytes. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    /** At once; more are closed without an answer. */
    static final int MAX_CONNECTIONS = 1024;

    /** How long a connection may be silent between requests and inside one. */
    static final int MAX_SILENCE_MILLIS = 60_000;

    private HttpLimits() {}
}
