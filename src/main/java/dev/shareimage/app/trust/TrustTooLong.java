package dev.shareimage.app.trust;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustPolicy;

/** Explains the error for a trust policy that is too long. The cloud's limit is not documented. */
final class TrustTooLong {

    private TrustTooLong() {}

    /** Adds the policy's length if the failure is that error. Otherwise returns the same failure. */
    static CloudException explained(CloudException e, TrustPolicy policy, Messages messages) {
        return e.code().endsWith("AssumeRolePolicyDocument.Length")
                ? new CloudException(
                        Kind.REFUSED,
                        e.call(),
                        e.code(),
                        messages.get("failure.trust-length", policy.length()),
                        e.requestId().orElse(null),
                        null)
                : e;
    }
}
