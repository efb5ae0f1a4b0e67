package dev.shareimage.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers used nonces as long as a request with one could pass the time check.
 *
 * <p>Two sets alternate, so that forgetting is cheap and memory is limited.
 */
final class NonceMemory {

    private final Duration span;
    private Set<String> recent = new HashSet<>();
    private Set<String> older = new HashSet<>();
    private Instant turn = Instant.MIN;

    /** @param span the minimum time for which a nonce is remembered */
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
