package dev.shareimage.cloud.aliyun.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that sign a request. Their text form shows nothing.
 *
 * @param securityToken the token of a session, or null
 * @param expiry the time when they expire, or null if it is not known
 */
public record Credentials(
        String accessKeyId,
        String accessKeySecret,
        @Nullable String securityToken,
        @Nullable Instant expiry) {

    /** The access key of an account or of a RAM user. */
    public static Credentials key(String accessKeyId, String accessKeySecret) {
        return new Credentials(accessKeyId, accessKeySecret, null, null);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
