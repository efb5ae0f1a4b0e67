package dev.shareimage.app.trust;

import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;

/**
 * A trust policy that was read.
 *
 * @param asked the time of the request, or earlier
 */
public record ObservedTrust(TrustPolicy policy, Instant asked) {}
