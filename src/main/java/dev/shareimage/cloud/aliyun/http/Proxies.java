package dev.shareimage.cloud.aliyun.http;

import dev.shareimage.domain.InvalidValueException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the proxy from {@code HTTPS_PROXY} and {@code NO_PROXY}, in upper or lower case.
 *
 * <p>Plain HTTP is only used for loopback and link-local addresses, which never go through a proxy, so {@code
 * HTTP_PROXY} is ignored. A user name and password in the address are sent when the proxy asks for them.
 */
public final class Proxies {

    private final @Nullable Proxy https;
    private final @Nullable ProxyPassword password;
    private final List<String> exceptions;

    public Proxies(Map<String, String> environment) {
        URI address = address(either(environment, "HTTPS_PROXY"));
        this.https = address == null ? null : proxy(address);
        this.password =
                address == null || address.getRawUserInfo() == null ? null : ProxyPassword.of(address.getRawUserInfo());
        this.exceptions = Arrays.stream(either(environment, "NO_PROXY").split(",", -1))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    Proxy forUri(URI uri) {
        Proxy proxy = https;
        if (proxy == null || !"https".equalsIgnoreCase(uri.getScheme()) || Loopback.names(uri) || excepted(uri)) {
            return Proxy.NO_PROXY;
        }
        return proxy;
    }

    /** The address of the proxy without user name and password; empty if there is none. */
    public Optional<String> address() {
        return https != null && https.address() instanceof InetSocketAddress place
                ? Optional.of("http://" + place.getHostString() + ":" + place.getPort())
                : Optional.empty();
    }

    /** The user name and password for the proxy, or null. */
    @Nullable
    ProxyPassword password() {
        return password;
    }

    private boolean excepted(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return exceptions.stream().anyMatch(entry -> matches(entry, host));
    }

    /** Whether an entry matches: a host, a domain with or without its leading dot, or {@code *}. */
    private static boolean matches(String entry, String host) {
        String name = entry.startsWith("*.") ? entry.substring(2) : entry.startsWith(".") ? entry.substring(1) : entry;
        return name.equals("*") || host.equals(name) || host.endsWith("." + name);
    }

    private static String either(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private static @Nullable URI address(String address) {
        if (address.isBlank()) {
            return null;
        }
        URI uri = uri(address.contains("://") ? address.strip() : "http://" + address.strip());
        if (!"http".equalsIgnoreCase(uri.getScheme())) {
            throw new InvalidValueException("HTTPS_PROXY has to be an http:// address: Java's HTTP connections do not"
                    + " support a proxy that is reached by " + uri.getScheme().toLowerCase(Locale.ROOT)
                    + "; requests are encrypted end to end through an http:// proxy too");
        }
        if (uri.getHost() == null) {
            throw new InvalidValueException(
                    "HTTPS_PROXY has to name a host and a port, as in http://proxy:3128 or http://user:password@proxy:3128");
        }
        if (uri.getPort() == 0 || uri.getPort() > Ports.MAX_PORT) {
            throw new InvalidValueException(
                    "HTTPS_PROXY names a port out of range: ports go from 1 to " + Ports.MAX_PORT);
        }
        return uri;
    }

    private static Proxy proxy(URI uri) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        // The name is resolved for each connection, because a proxy may move.
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new InvalidValueException("HTTPS_PROXY is not an address");
        }
    }
}
