package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Whether a role lets a service of the cloud work for the role's own account, as {@code ecs.aliyuncs.com} does. */
public final class OwnService {

    private OwnService() {}

    /** Null where a condition or a denial decides that is not understood here. */
    public static @Nullable Boolean isTrusted(TrustPolicy policy, String service) {
        boolean allowed = false;
        boolean unknown = false;
        for (JsonNode node : policy.document().path("Statement")) {
            Statement statement = new Statement(node);
            boolean named = statement.services().contains(service);
            if (named && statement.allows() && statement.unconditional()) {
                allowed = true;
            } else if (named || statement.hasEffect("Deny") != Extent.NONE) {
                unknown = true;
            }
        }
        return unknown ? null : Boolean.valueOf(allowed);
    }
}
