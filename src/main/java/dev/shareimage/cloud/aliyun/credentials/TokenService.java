package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;

/** Returns credentials of a session. */
public interface TokenService {

    /** A session of the role for the caller. */
    Credentials assume(RoleToAssume role, CredentialsSource caller) throws CloudException;

    /** A session of the role for the holder of an OIDC token. */
    Credentials assumeWithOidc(RoleToAssume role, String providerArn, String token) throws CloudException;
}
