package dev.shareimage.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers used nonces for as long as a request that bears one could pass the check of its time.
 *
 * <p>Two sets take turns, so that forgetting costs nothing and memory is bounded by time.
 */
final class NonceMemory {

    private final Duration span;
    private Set<String> recent = new HashSet<>();
    private Set<String> older = new HashSet<>();
    private Instant turn = Instant.MIN;

    /**
     * @param span how long a nonce is remembered at least
     */
    NonceMemory(Duration span) {
        this.span = span;
    }

    /** Whether this is the nonce's first use; remembers it. */
    synchronized boolean use(String accessKeyId, String nonce, Instant now) {
        if (!now.isBefore(turn)) {
            older = recent;
            recent = new HashSet<>();
            turn = now.plus(span);
        }
        String use = accessKeyId + " " + nonce;
        return !older.contains(use) && recent.add(use);
    }
}
