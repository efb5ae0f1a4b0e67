package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A session that an address hands out, as sidecars do. */
record AddressSession(CredentialsHttp http, URI uri) implements SessionCredentials.Session {

    /** Numbers above 255 would be a name, which could be anybody's. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private static final int MAX_PORT = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The address, when it is one to which credentials may be entrusted. */
    static URI checked(String text) throws CloudException {
        try {
            URI uri = new URI(text);
            boolean local = "http".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && LOOPBACK.matcher(uri.getHost()).matches();
            boolean reachable = uri.getHost() != null && uri.getPort() <= MAX_PORT;
            if (reachable && ("https".equalsIgnoreCase(uri.getScheme()) || local)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused below, as is every other text that is no such address.
        }
        throw NoCredentials.because(
                "the credentials address has to start with https://, or with http:// and a loopback" + " host");
    }

    @Override
    public Credentials start() throws CloudException {
        try {
            return SessionJson.read(http.fetch("GET", uri, Map.of(), PATIENCE));
        } catch (IOException e) {
            throw NoCredentials.because("the credentials address gave none: " + e.getMessage());
        }
    }
}
