package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.Optional;

/** Knows the holders of access keys. */
public interface Identities {

    /**
     * The holder of an access key.
     *
     * @param securityToken as sent with it
     * @throws ApiError 404 {@code InvalidAccessKeyId.NotFound}, 400 {@code InvalidAccessKeyId.Inactive} or one of the
     *     {@code InvalidSecurityToken} codes
     */
    Identity identity(World world, String accessKeyId, Optional<String> securityToken, Instant now) throws ApiError;

    /** @param secret the secret that the holder signs with */
    record Identity(Caller caller, String secret) {}
}
