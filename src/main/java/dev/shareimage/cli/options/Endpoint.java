package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a product is reached.
 *
 * @param product one of {@link #PRODUCTS}, or empty for all that have none of their own
 * @param url {@code https://}, or {@code http://} to a loopback address
 */
public record Endpoint(Optional<String> product, URI url) {

    /** The products that can have an endpoint of their own. */
    public static final List<String> PRODUCTS =
            List.of("ecs", "ram", "sts", "kms", "resourcesharing", "resourcedirectory", "quotas");

    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z]+)=)?([A-Za-z][A-Za-z0-9+.-]*://.+)");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    static Endpoint parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw invalid(text, "is not an endpoint, as in https://ecs.example.com or ecs=http://127.0.0.1:8080");
        }
        Optional<String> product =
                Optional.ofNullable(matcher.group(1)).map(name -> name.toLowerCase(Locale.ROOT));
        if (product.isPresent() && !PRODUCTS.contains(product.get())) {
            throw invalid(text, "names no product: one of " + String.join(", ", PRODUCTS));
        }
        return new Endpoint(product, url(text, matcher.group(2)));
    }

    private static URI url(String text, String address) {
        URI url;
        try {
            url = new URI(address);
        } catch (URISyntaxException e) {
            throw invalid(text, "is not a URL");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            throw invalid(text, "is not a URL of a host and, at most, a port");
        }
        if ((url.getRawPath() + "/").replace("/", "").length() > 0
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw invalid(text, "has more than a host and a port");
        }
        checkScheme(text, url);
        return url;
    }

    private static void checkScheme(String text, URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !LOOPBACK.matcher(url.getHost()).matches()) {
            throw invalid(text, "would send everything in the clear: http:// goes to a loopback address only, use https://");
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw invalid(text, "is neither https:// nor http://");
        }
    }

    private static InvalidValueException invalid(String text, String why) {
        return new InvalidValueException("'" + Quoting.visible(text) + "' " + why);
    }
}
