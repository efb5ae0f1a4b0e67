package dev.shareimage.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All calls that the sandbox answers, by product, version and name. */
public final class Catalogue {

    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "Format",
            "AccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "SignatureType",
            "Timestamp",
            "SecurityToken",
            "RegionId",
            "AcceptLanguage",
            "SecureTransport",
            "OwnerId",
            "OwnerAccount",
            "ResourceOwnerId",
            "ResourceOwnerAccount");

    private final Map<String, Map<String, Action>> actions = new LinkedHashMap<>();
    private final Map<String, String> products = new LinkedHashMap<>();

    public Catalogue(List<Api> apis) {
        for (Api api : apis) {
            Map<String, Action> byName = new LinkedHashMap<>();
            api.actions().forEach(action -> byName.put(action.name(), action));
            actions.put(api.version(), byName);
            products.put(api.version(), api.product());
        }
    }

    /**
     * The product that a version belongs to; versions of the products played here are all different.
     *
     * @throws Refusal 404 {@code InvalidProduct.NotFound} or 400 {@code InvalidVersion} when there is no such version
     */
    String product(String version, Optional<String> hostProduct) throws Refusal {
        if (hostProduct.isPresent() && !products.containsValue(hostProduct.get())) {
            throw new Refusal(
                    404, "InvalidProduct.NotFound", "Cannot find product according to your specified domain.");
        }
        String product = products.getOrDefault(version, "");
        if (product.isEmpty() || !hostProduct.orElse(product).equals(product)) {
            throw new Refusal(400, "InvalidVersion", "Specified parameter Version is not valid.");
        }
        return product;
    }

    /**
     * @throws Refusal 404 {@code InvalidAction.NotFound}
     */
    Action action(String version, String name) throws Refusal {
        return Optional.ofNullable(actions.getOrDefault(version, Map.of()).get(name))
                .orElseThrow(() -> new Refusal(
                        404,
                        "InvalidAction.NotFound",
                        "Specified api is not found, please check your url and method."));
    }

    /**
     * The parameters that the call itself is concerned with.
     *
     * @throws Refusal 400 {@code InvalidParameter} for a name that the call does not know; the real cloud passes over
     *     some of these, but here a misspelt parameter is to be seen
     */
    static Parameters businessParameters(Action action, Map<String, String> all) throws Refusal {
        Map<String, String> own = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            String name = parameter.getKey();
            if (action.parameters().contains(numberless(name))) {
                own.put(name, parameter.getValue());
            } else if (!COMMON.contains(name)) {
                throw new Refusal(400, "InvalidParameter", "The specified parameter \"" + name + "\" is not valid.");
            }
        }
        return new Parameters(own);
    }

    private static String numberless(String name) {
        return name.replaceAll("\\.\\d+(?=\\.|$)", ".N");
    }
}
