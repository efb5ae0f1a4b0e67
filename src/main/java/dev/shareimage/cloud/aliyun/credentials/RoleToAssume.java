package dev.shareimage.cloud.aliyun.credentials;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A role for which a session is requested.
 *
 * @param seconds the duration of the session; the cloud accepts 900 up to the role's own limit
 * @param policy restricts the session, or null
 * @param address the address of the token service if the settings name one, or null
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
