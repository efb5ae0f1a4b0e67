package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.world.World;
import dev.shareimage.sandbox.world.WorldStore;
import java.time.Instant;

/** Finds out who sent a request: a known key, a true signature, made just now, seen for the first time. */
final class Authenticator {

    private final WorldStore store;
    private final Identities identities;
    private final NonceMemory nonces = new NonceMemory(Timestamps.SKEW.multipliedBy(2));

    Authenticator(WorldStore store, Identities identities) {
        this.store = store;
        this.identities = identities;
    }

    Caller authenticate(RequestSignature proof, Instant now) throws ApiError {
        Identities.Identity identity =
                store.<Identities.Identity, ApiError>transact(world -> identity(world, proof, now));
        Timestamps.check(proof.timestamp(), now);
        if (!proof.isSignedWith(identity.secret())) {
            throw new ApiError(400, "SignatureDoesNotMatch", proof.explanation());
        }
        if (!nonces.use(proof.accessKeyId(), proof.nonce(), now)) {
            throw new ApiError(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        return identity.caller();
    }

    /** The caller as the world of a later transaction knows it. */
    Caller caller(World world, RequestSignature proof, Instant now) throws ApiError {
        return identity(world, proof, now).caller();
    }

    private Identities.Identity identity(World world, RequestSignature proof, Instant now) throws ApiError {
        return identities.identity(world, proof.accessKeyId(), proof.securityToken(), now);
    }
}
