package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.aliyun.http.Loopback;
import dev.shareimage.cloud.aliyun.http.Ports;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The address of each product: the vendor's hosts, or those of {@code --endpoint [PRODUCT=]URL}.
 *
 * <p>An override applies to every region, and {@code {region}} in it is replaced by the region's id. Plain {@code http}
 * is only allowed for loopback addresses, because requests contain what an eavesdropper could use.
 */
public final class Endpoints {

    private static final String REGION = "{region}";

    private final Map<Product, String> overrides;

    private Endpoints(Map<Product, String> overrides) {
        this.overrides = overrides;
    }

    /** The vendor's own hosts. */
    public static Endpoints vendor() {
        return new Endpoints(Map.of());
    }

    /**
     * The vendor's hosts with overrides. For each product the last override counts, and one that names the product
     * beats one that does not.
     *
     * @param overrides each {@code URL} or {@code PRODUCT=URL}
     * @throws InvalidValueException for an unknown product, or an address that may not be used
     */
    public static Endpoints of(Collection<String> overrides) {
        Map<Product, String> general = new EnumMap<>(Product.class);
        Map<Product, String> named = new EnumMap<>(Product.class);
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 0 || override.substring(0, equals).contains(":")) {
                String url = checked(override);
                for (Product product : Product.values()) {
                    general.put(product, url);
                }
            } else {
                named.put(product(override.substring(0, equals)), checked(override.substring(equals + 1)));
            }
        }
        general.putAll(named);
        return new Endpoints(general);
    }

    /** The address for the call. */
    public URI of(Call call) {
        RegionId region = call.region();
        String override = overrides.get(call.product());
        if (override != null) {
            return URI.create(override.replace(REGION, region.value()));
        }
        if (call.address() != null) {
            return call.address();
        }
        Product product = call.product();
        String host = call.atInternationalSite() ? product.internationalHost(region) : product.defaultHost(region);
        return URI.create("https://" + host + "/");
    }

    /** Whether any product is reached over TLS. */
    public boolean useTls() {
        return overrides.size() < Product.values().length
                || overrides.values().stream()
                        .anyMatch(url -> url.regionMatches(true, 0, "https:", 0, "https:".length()));
    }

    /** Whether the product's address was given, so that no other address may be tried. */
    public boolean overridden(Product product) {
        return overrides.containsKey(product);
    }

    private static Product product(String name) {
        return Product.ofOptionName(name)
                .orElseThrow(() -> new InvalidValueException(
                        "--endpoint: there is no such product; it is one of " + Product.optionNames()));
    }

    private static String checked(String url) {
        URI uri = parsed(url.replace(REGION, "region"));
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "");
        boolean https = scheme.equalsIgnoreCase("https");
        if (!https && !scheme.equalsIgnoreCase("http")) {
            throw refused("it has to start with https://");
        }
        if (uri.getHost() == null) {
            throw refused("it names no host");
        }
        if (uri.getPort() == 0 || uri.getPort() > Ports.MAX_PORT) {
            throw refused("ports go from 1 to " + Ports.MAX_PORT);
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw refused("it may contain a scheme, a host and a port, and nothing else");
        }
        if (!uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
            throw refused("it may not have a path");
        }
        if (!https && !Loopback.names(uri)) {
            throw refused(
                    "plain http:// is only allowed for loopback addresses (127.0.0.0/8, ::1, localhost); use https://");
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw refused("it is not an address");
        }
    }

    private static InvalidValueException refused(String reason) {
        return new InvalidValueException("--endpoint: the address cannot be used: " + reason);
    }
}
