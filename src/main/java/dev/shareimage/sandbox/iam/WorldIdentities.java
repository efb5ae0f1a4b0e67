package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Caller;
import dev.shareimage.sandbox.wire.Identities;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.RamUser;
import dev.shareimage.sandbox.world.Session;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The identities that the world knows: accounts and users by their keys, assumed roles by their sessions. */
public final class WorldIdentities implements Identities {

    @Override
    public Identity identity(World world, String accessKeyId, Optional<String> securityToken, Instant now)
            throws ApiError {
        if (accessKeyId.startsWith("STS.")) {
            return session(world, accessKeyId, securityToken, now);
        }
        AccessKey key = world.accessKeys().find(accessKeyId).orElseThrow(WorldIdentities::unknownKey);
        if (key.disabled()) {
            throw new ApiError(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
        }
        if (securityToken.isPresent()) {
            throw mismatch();
        }
        return new Identity(caller(world, key, now), key.secret());
    }

    private static Caller caller(World world, AccessKey key, Instant now) throws ApiError {
        @Nullable String userName = key.userName();
        if (userName == null) {
            return new RootCaller(key.accountId());
        }
        RamUser user = world.users().find(key.accountId(), userName).orElseThrow(WorldIdentities::unknownKey);
        return new UserCaller(world, user, context(now));
    }

    private static Identity session(World world, String accessKeyId, Optional<String> securityToken, Instant now)
            throws ApiError {
        if (securityToken.isEmpty()) {
            throw new ApiError(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
        }
        Session session = world.sessions().find(accessKeyId).orElseThrow(WorldIdentities::unknownKey);
        if (!session.token().equals(securityToken.get())) {
            throw isToken(world, securityToken.get()) ? mismatch() : malformed();
        }
        if (!now.isBefore(session.expiration())) {
            throw new ApiError(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
        }
        RamRole role =
                world.roles().find(session.accountId(), session.roleName()).orElseThrow(WorldIdentities::unknownKey);
        return new Identity(new SessionCaller(world, session, role, context(now)), session.secret());
    }

    private static boolean isToken(World world, String token) {
        return world.sessions().stream().anyMatch(session -> session.token().equals(token));
    }

    private static Map<String, String> context(Instant now) {
        return Map.of("acs:CurrentTime", now.toString(), "acs:SecureTransport", "false", "acs:SourceIp", "127.0.0.1");
    }

    private static ApiError unknownKey() {
        return new ApiError(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }

    private static ApiError malformed() {
        return new ApiError(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.");
    }

    private static ApiError mismatch() {
        return new ApiError(
                400,
                "InvalidSecurityToken.MismatchWithAccessKey",
                "Specified SecurityToken mismatch with the AccessKey.");
    }
}
