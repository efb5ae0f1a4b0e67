package dev.shareimage.cloud.aliyun.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What signs a request. Its text form shows nothing.
 *
 * @param securityToken goes along where the key belongs to a session, or null
 * @param expiry from when on it is no longer good, or null where that is not known
 */
public record Credentials(
        String accessKeyId,
        String accessKeySecret,
        @Nullable String securityToken,
        @Nullable Instant expiry) {

    /** A key of an account or a RAM user. */
    public static Credentials key(String accessKeyId, String accessKeySecret) {
        return new Credentials(accessKeyId, accessKeySecret, null, null);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
