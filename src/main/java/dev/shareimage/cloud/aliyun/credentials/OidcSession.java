package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A session for the token that an identity provider, such as a Kubernetes cluster, keeps fresh in a file. */
record OidcSession(TokenService tokens, RoleToAssume role, String providerArn, String tokenFile)
        implements SessionCredentials.Session {

    @Override
    public Credentials start() throws CloudException {
        String token;
        try {
            token = Files.readString(Path.of(tokenFile)).strip();
        } catch (IOException e) {
            throw NoCredentials.because("the OIDC token file " + Profile.quoted(tokenFile) + " cannot be read");
        }
        return tokens.assumeWithOidc(role, providerArn, token);
    }
}
