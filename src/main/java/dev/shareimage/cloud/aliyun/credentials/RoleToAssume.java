package dev.shareimage.cloud.aliyun.credentials;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A role that a session is asked for.
 *
 * @param seconds how long the session lasts; the cloud takes 900 up to the role's own limit
 * @param policy narrows what the session may do, or null
 * @param address of the token service, where the settings name one; or null
 */
public record RoleToAssume(
        String arn,
        String sessionName,
        long seconds,
        @Nullable String externalId,
        @Nullable String policy,
        @Nullable URI address) {

    static final long DEFAULT_SECONDS = 3600;

    /** The cloud's own limit. */
    static final long MIN_SECONDS = 900;
}
