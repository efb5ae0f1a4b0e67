package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session of the RAM role of the ECS instance that this program runs on. The metadata server has a link-local
 * address, so requests do not leave the host. Elsewhere nothing answers at this address, so the timeout is short.
 *
 * @param roleName the role's name, which saves a request; or null
 * @param oldProtocol whether to ask without a token if the server gives none
 * @param failure makes the failure for a reason
 */
record InstanceRoleSession(
        CredentialsHttp http,
        @Nullable String roleName,
        boolean oldProtocol,
        CredentialFailures failures,
        Function<String, CloudException> failure)
        implements SessionCredentials.Session {

    private static final URI SERVER = URI.create("http://100.100.100.200/");
    private static final String ROLES = "latest/meta-data/ram/security-credentials/";
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Override
    public Credentials start() throws CloudException {
        try {
            Map<String, String> token = token();
            String role = roleName == null ? get(ROLES, token).strip() : roleName;
            if (!role.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new IOException(failures.sentence(roleName == null ? "instance.no-role" : "instance.role-name"));
            }
            return new SessionJson(failures).read(get(ROLES + role, token));
        } catch (IOException e) {
            throw failure.apply(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> token() throws IOException {
        try {
            Map<String, String> lifetime = Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", "21600");
            String token = http.fetch("PUT", SERVER.resolve("latest/api/token"), lifetime, TIMEOUT);
            return Map.of("X-aliyun-ecs-metadata-token", token.strip());
        } catch (IOException e) {
            if (!oldProtocol) {
                throw e;
            }
            return Map.of();
        }
    }

    private String get(String path, Map<String, String> headers) throws IOException {
        return http.fetch("GET", SERVER.resolve(path), headers, TIMEOUT);
    }
}
