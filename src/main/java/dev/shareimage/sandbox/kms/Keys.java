package dev.shareimage.sandbox.kms;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.List;
import java.util.Optional;

/** The caller's keys in the region of the call. Keys of other accounts are not visible. */
final class Keys {

    private static final String ALIAS = "alias/";

    private final Call call;

    Keys(Call call) {
        this.call = call;
    }

    /**
     * The key that parameter {@code KeyId} names by its id, an alias or its ARN, if the caller has the permission.
     *
     * @throws ApiError 404 {@code Forbidden.KeyNotFound} or {@code Forbidden.AliasNotFound}
     */
    KmsKey require(String action) throws ApiError {
        String name = call.parameters().get("KeyId");
        Optional<KmsKey> key = find(name);
        call.caller().require(action, key.map(KmsKey::arn).orElseGet(() -> arn(name)));
        return key.orElseThrow(() -> notFound(name));
    }

    List<KmsKey> all() {
        return call.world()
                .keys()
                .under(call.region())
                .filter(key -> key.accountId().equals(call.caller().accountId()))
                .toList();
    }

    /** The ARN that a key or an alias has or would have. */
    String arn(String name) {
        String path = name.startsWith(ALIAS) ? name : "key/" + name.substring(name.lastIndexOf('/') + 1);
        return "acs:kms:" + call.region() + ":" + call.caller().accountId() + ":" + path;
    }

    private Optional<KmsKey> find(String name) {
        return all().stream()
                .filter(key -> key.id().equals(name)
                        || key.arn().equals(name)
                        || key.aliases().contains(name))
                .findFirst();
    }

    private static ApiError notFound(String name) {
        return name.startsWith(ALIAS)
                ? new ApiError(404, "Forbidden.AliasNotFound", "The specified Alias is not found.")
                : new ApiError(404, "Forbidden.KeyNotFound", "The specified Key is not found.");
    }
}
