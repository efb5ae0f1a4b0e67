package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A session that a local HTTP address returns, for example that of a sidecar.
 *
 * @param failure makes the failure for a reason
 */
record AddressSession(
        CredentialsHttp http, URI uri, CredentialFailures failures, Function<String, CloudException> failure)
        implements SessionCredentials.Session {

    /** Only numbers up to 255: a larger number would make this a host name, which anybody can register. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private static final int MAX_PORT = 65_535;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Whether the address may be asked for credentials. */
    static boolean isSafe(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && uri.getPort() <= MAX_PORT
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
    }

    @Override
    public Credentials start() throws CloudException {
        try {
            return new SessionJson(failures).read(http.fetch("GET", uri, Map.of(), TIMEOUT));
        } catch (IOException e) {
            throw failure.apply(String.valueOf(e.getMessage()));
        }
    }
}
