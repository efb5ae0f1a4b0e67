package dev.shareimage.app;

import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the role trusts now.
 *
 * @param policy null where there is no role, or where its policy cannot be understood
 * @param warnings what is wrong in the policy, each a sentence
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
