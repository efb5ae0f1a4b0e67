package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.world.World;
import dev.shareimage.sandbox.world.WorldStore;
import java.time.Instant;

/** Finds out who sent a request. The key must be known, the signature correct, the time recent, and the nonce new. */
final class Authenticator {

    private final WorldStore store;
    private final Identities identities;
    private final NonceMemory nonces = new NonceMemory(Timestamps.SKEW.multipliedBy(2));

    Authenticator(WorldStore store, Identities identities) {
        this.store = store;
        this.identities = identities;
    }

    Caller authenticate(RequestSignature signature, Instant now) throws ApiError {
        Identities.Identity identity =
                store.<Identities.Identity, ApiError>transact(world -> identity(world, signature, now));
        Timestamps.check(signature.timestamp(), now);
        if (!signature.isSignedWith(identity.secret())) {
            throw new ApiError(400, "SignatureDoesNotMatch", signature.explanation());
        }
        if (!nonces.use(signature.accessKeyId(), signature.nonce(), now)) {
            throw new ApiError(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        return identity.caller();
    }

    /** The caller as the world of a later transaction knows it. */
    Caller caller(World world, RequestSignature signature, Instant now) throws ApiError {
        return identity(world, signature, now).caller();
    }

    private Identities.Identity identity(World world, RequestSignature signature, Instant now) throws ApiError {
        return identities.identity(world, signature.accessKeyId(), signature.securityToken(), now);
    }
}
