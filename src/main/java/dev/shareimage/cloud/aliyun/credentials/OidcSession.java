package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;

/** A session for the OIDC token that an identity provider, for example a Kubernetes cluster, renews in a file. */
record OidcSession(
        TokenService tokens, RoleToAssume role, String providerArn, SettingsFile file, CredentialFailures failures)
        implements SessionCredentials.Session {

    @Override
    public Credentials start() throws CloudException {
        String token = file.require().strip();
        if (token.isEmpty()) {
            throw failures.unusable("place", file.shown(), failures.sentence("file.empty"));
        }
        return tokens.assumeWithOidc(role, providerArn, token);
    }
}
