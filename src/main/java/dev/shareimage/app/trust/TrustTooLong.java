package dev.shareimage.app.trust;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustPolicy;

/** Says how long a trust policy is that the cloud finds too long; its limit is stated nowhere. */
final class TrustTooLong {

    private TrustTooLong() {}

    /** The failure with the length where it is that one; else the same. */
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
