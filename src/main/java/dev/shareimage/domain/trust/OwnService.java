package dev.shareimage.domain.trust;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a role lets a service of the cloud work for the role's own account, as {@code ecs.aliyuncs.com} does. */
public final class OwnService {

    private OwnService() {}

    /** Null where a condition or a denial decides that is not understood here. */
    public static @Nullable Boolean isTrusted(TrustPolicy policy, String service) {
        boolean allowed = false;
        boolean maybe = false;
        for (Statement statement : policy.statements()) {
            boolean named = statement.services().contains(service);
            if (statement.hasEffect("Deny") != Extent.NONE) {
                return null;
            } else if (named && statement.allows() && statement.unconditional()) {
                allowed = true;
            } else if (named) {
                maybe = true;
            }
        }
        return allowed ? Boolean.TRUE : maybe ? null : Boolean.FALSE;
    }

    /**
     * The policy with a statement that trusts the service; everything else stays.
     *
     * @return empty if a denial remains, which no statement can lift
     */
    public static Optional<TrustPolicy> trusting(TrustPolicy policy, String service) {
        TrustPolicy merged = policy.append(TrustTemplates.service(service));
        return Boolean.TRUE.equals(isTrusted(merged, service)) ? Optional.of(merged) : Optional.empty();
    }
}
