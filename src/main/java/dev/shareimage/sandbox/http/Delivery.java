package dev.shareimage.sandbox.http;

import java.time.Duration;

/** How an answer reaches the client: usually complete, otherwise broken in one of the ways in which networks break. */
public sealed interface Delivery {

    /** At once and complete. */
    record Whole() implements Delivery {}

    /** The connection is reset and the client sees no byte of the answer. */
    record Reset() implements Delivery {}

    /**
     * The head announces the whole body, and the connection is closed within it.
     *
     * @param bytes how much of the body is sent
     */
    record Truncated(int bytes) implements Delivery {}

    /**
     * The body comes in small pieces.
     *
     * @param bytes of a piece, at least 1
     * @param pause after each piece
     */
    record Dripping(int bytes, Duration pause) implements Delivery {}
}
