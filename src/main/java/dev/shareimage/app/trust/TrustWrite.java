package dev.shareimage.app.trust;

import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;

/**
 * One write of the trust policy.
 *
 * @param replaced the policy that was read before the write
 * @param seen the policy that the change was merged into: the replaced one, plus what others deleted from an earlier one
 * @param after the policy after the write
 * @param at the time of the write
 * @param wrote false if the policy already had the change
 */
record TrustWrite(TrustPolicy replaced, TrustPolicy seen, TrustPolicy after, Instant at, boolean wrote) {

    /** The result where nothing had to be written. */
    static TrustWrite nothing(TrustPolicy read, Instant at) {
        return new TrustWrite(read, read, read, at, false);
    }

    /** The same write, with the policy that was read later. */
    TrustWrite withLatest(TrustPolicy now) {
        return new TrustWrite(replaced, seen, now, at, wrote);
    }
}
