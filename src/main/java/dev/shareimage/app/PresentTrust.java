package dev.shareimage.app;

import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the role trusts now.
 *
 * @param policy the policy, or null if there is no role, or if its policy is unreadable
 * @param unreadable the text of a policy that cannot be understood, or null
 * @param warnings what is wrong in the policy, each in one sentence
 * @param failure why there is no policy, or null
 */
public record PresentTrust(
        @Nullable TrustPolicy policy,
        @Nullable String unreadable,
        List<String> warnings,
        @Nullable Failure failure) {

    public PresentTrust {
        warnings = List.copyOf(warnings);
    }
}
