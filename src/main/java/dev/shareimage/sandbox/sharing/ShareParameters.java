package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what calls about resource shares have in common, with the vendor's limits on it. */
final class ShareParameters {

    /** Resources, targets and ids in one call. */
    static final int MOST = 5;

    /** What can be shared, as far as this world knows. */
    private static final Set<String> RESOURCE_TYPES = Set.of("Image", "Snapshot", "VSwitch");

    private static final int MAX_NAME = 50;

    private ShareParameters() {}

    /**
     * @throws ApiError 400 for a name that is missing, too long or of other characters
     */
    static String name(Call call) throws ApiError {
        String name = ShareErrors.required(call, "ResourceShareName");
        if (name.length() > MAX_NAME) {
            throw new ApiError(
                    400,
                    "InvalidParameter.ResourceShareName.Length",
                    "The maximum length of ResourceShareName exceeds 50 characters.");
        }
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw ShareErrors.invalid("ResourceShareName");
        }
        return name;
    }

    /**
     * The caller's own share that {@code ResourceShareId} names.
     *
     * @throws ApiError 400 for no or a malformed id, 404 {@code EntityNotExists.ResourceShare}
     */
    static ResourceShare ownShare(Call call) throws ApiError {
        String id = ShareErrors.required(call, "ResourceShareId");
        if (!id.matches("rs-[A-Za-z0-9]{1,64}")) {
            throw ShareErrors.invalid("ResourceShareId");
        }
        return call.world()
                .resourceShares()
                .find(call.region(), id)
                .filter(share -> share.ownerId().equals(call.caller().accountId()))
                .orElseThrow(() -> new ApiError(
                        404,
                        "EntityNotExists.ResourceShare",
                        "The resource share does not exist in the current account."));
    }

    /**
     * A list of at most five different values.
     *
     * @throws ApiError 400 {@code InvalidParameter.<name>.Length} or {@code InvalidParameter.<name>.Duplicate}
     */
    static List<String> few(Parameters parameters, String name) throws ApiError {
        return few(name, parameters.list(name));
    }

    /** What is to be shared, from {@code Resources.N} and {@code ResourceArns.N}. */
    static List<Resource> resources(Call call) throws ApiError {
        List<Resource> resources = new ArrayList<>();
        for (int i = 1; ; i++) {
            Optional<String> id = call.parameters().find("Resources." + i + ".ResourceId");
            Optional<String> type = call.parameters().find("Resources." + i + ".ResourceType");
            if (id.isEmpty() && type.isEmpty()) {
                break;
            }
            resources.add(resource(id, type));
        }
        for (String arn : call.parameters().list("ResourceArns")) {
            resources.add(byArn(arn));
        }
        few("Resources", resources);
        return resources;
    }

    private static Resource resource(Optional<String> id, Optional<String> type) throws ApiError {
        if (id.isEmpty() || type.isEmpty()) {
            throw ShareErrors.invalid("Resources");
        }
        if (!RESOURCE_TYPES.contains(type.get())) {
            throw ShareErrors.invalid("ResourceType");
        }
        return new Resource(id.get(), type.get());
    }

    private static Resource byArn(String arn) throws ApiError {
        String path = arn.substring(arn.lastIndexOf(':') + 1);
        if (!arn.startsWith("acs:ecs:") || !path.startsWith("image/")) {
            throw ShareErrors.invalid("Resources");
        }
        return new Resource(path.substring("image/".length()), "Image");
    }

    private static <T> List<T> few(String name, List<T> values) throws ApiError {
        if (values.size() > MOST) {
            throw ShareErrors.tooMany(name, MOST);
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw ShareErrors.duplicate(name);
        }
        return values;
    }
}
