package dev.shareimage.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All calls that the sandbox answers, by product, version and name. */
public final class Catalog {

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

    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final Map<String, Map<String, Action>> actions = new ConcurrentHashMap<>();

    public Catalog(List<Api> apis) {
        apis.forEach(api -> this.apis.put(api.version(), api));
    }

    /**
     * The product that a version belongs to; versions of the products played here are all different.
     *
     * @throws ApiError 404 {@code InvalidProduct.NotFound} or 400 {@code InvalidVersion} when there is no such version
     */
    String product(String version, Optional<String> hostProduct) throws ApiError {
        if (hostProduct.isPresent() && products().noneMatch(hostProduct.get()::equals)) {
            throw new ApiError(
                    404, "InvalidProduct.NotFound", "Cannot find product according to your specified domain.");
        }
        @Nullable Api api = apis.get(version);
        if (api == null || !hostProduct.orElse(api.product()).equals(api.product())) {
            throw new ApiError(400, "InvalidVersion", "Specified parameter Version is not valid.");
        }
        return api.product();
    }

    /**
     * @throws ApiError 404 {@code InvalidAction.NotFound}
     */
    Action action(String version, String name) throws ApiError {
        return Optional.ofNullable(
                        actions.computeIfAbsent(version, this::actionsByName).get(name))
                .orElseThrow(() -> new ApiError(
                        404,
                        "InvalidAction.NotFound",
                        "Specified api is not found, please check your url and method."));
    }

    /**
     * The parameters that the call itself is concerned with.
     *
     * @throws ApiError 400 {@code InvalidParameter} for a name that the call does not know, a boolean that is none and a
     *     list with a gap; the real cloud passes over some of these, but here a misspelled parameter is to be seen
     */
    static Parameters businessParameters(Action action, Map<String, String> all) throws ApiError {
        Map<String, String> own = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            String name = parameter.getKey();
            if (action.parameters().contains(ParameterForm.numberless(name))) {
                own.put(name, parameter.getValue());
            } else if (!COMMON.contains(name)) {
                throw ParameterForm.invalid(name);
            }
        }
        ParameterForm.check(own);
        return new Parameters(own);
    }

    /** Created at a product's first call, because most programs use few products and start often. */
    private Map<String, Action> actionsByName(String version) {
        Map<String, Action> byName = new LinkedHashMap<>();
        Optional.ofNullable(apis.get(version))
                .ifPresent(api -> api.actions().forEach(action -> byName.put(action.name(), action)));
        return byName;
    }

    private Stream<String> products() {
        return apis.values().stream().map(Api::product);
    }
}
