package dev.shareimage.sandbox.wire;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host of a request: the sandbox itself, or, through a proxy, a product of the cloud in a region. */
public record HostName(String name) {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private static final Pattern CLOUD = Pattern.compile(
            "(?<product>[a-z]+)(-intl)?([.-](?<region>[a-z]{2}-[a-z0-9-]+))?\\.aliyuncs\\.com(:\\d{1,5})?");

    private static final Map<String, String> PRODUCTS = Map.of(
            "ecs", "Ecs",
            "ram", "Ram",
            "sts", "Sts",
            "kms", "Kms",
            "resourcesharing", "ResourceSharing",
            "resourcedirectory", "ResourceDirectoryMaster",
            "quotas", "quotas");

    /**
     * @param host with or without a port, in any case
     */
    public static HostName of(String host) {
        return new HostName(host.toLowerCase(Locale.ROOT));
    }

    /** Whether a request to this host may be answered. Any other name is an attack. */
    public boolean isOurs() {
        return LOOPBACK.matcher(name).matches() || CLOUD.matcher(name).matches();
    }

    /** Whether it is the sandbox itself. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(name).matches();
    }

    /** The names of all products. */
    public static Collection<String> products() {
        return PRODUCTS.values();
    }

    /** The product of the host; empty if it can be any product. */
    Optional<String> product() {
        return part("product").map(product -> PRODUCTS.getOrDefault(product, product));
    }

    Optional<String> region() {
        return part("region");
    }

    private Optional<String> part(String group) {
        Matcher matcher = CLOUD.matcher(name);
        return matcher.matches() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
    }
}
