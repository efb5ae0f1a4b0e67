package dev.shareimage.app;

import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the role trusts now.
 *
 * @param policy the policy, or null if there is no role, or if its policy is unreadable
 * @param warnings what is wrong in the policy, each in one sentence
 * @param failure why there is no policy, or null
 */
public record PresentTrust(
        @Nullable TrustPolicy policy,
        List<String> warnings,
        @Nullable Failure failure) {

    public PresentTrust {
        warnings = List.copyOf(warnings);
    }
}
