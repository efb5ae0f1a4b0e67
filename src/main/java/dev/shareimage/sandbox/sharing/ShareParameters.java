package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads what calls about resource shares have in common, with the vendor's limits on it. */
final class ShareParameters {

    /** Resources, targets and ids in one call. */
    static final int MAX_PER_CALL = 5;

    /** The ids of accounts, folders and directories. */
    static final String TARGET = "\\d{1,20}|(rd|r|fd)-[A-Za-z0-9]{1,32}";

    /** The ids of resources. */
    static final String RESOURCE_ID = "[A-Za-z0-9-]{1,64}";

    /** What can be shared, as far as this world knows. */
    static final List<String> RESOURCE_TYPES = List.of("Image", "Snapshot", "VSwitch");

    private static final String SHARE_ID = "rs-[A-Za-z0-9]{1,64}";

    private static final int MAX_NAME = 50;

    private ShareParameters() {}

    /**
     * @throws ApiError 400 for a name that is missing, too long or of other characters
     */
    static String name(Call call) throws ApiError {
        return checkedName(ShareErrors.required(call, "ResourceShareName"));
    }

    /**
     * @throws ApiError 400 for a name that is too long or of other characters
     */
    static String checkedName(String name) throws ApiError {
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
     * @throws ApiError 400 for no or a malformed id, 404 {@code EntityNotExists.ResourceShare}, 409
     *     {@code ResourceShareStatusMismatchAction} for one that was deleted lately
     */
    static ResourceShare ownShare(Call call) throws ApiError {
        String id = ShareErrors.required(call, "ResourceShareId");
        if (!id.matches(SHARE_ID)) {
            throw ShareErrors.invalid("ResourceShareId");
        }
        ResourceShare share = call.world()
                .resourceShares()
                .find(call.region(), id)
                .filter(candidate -> candidate.ownerId().equals(call.caller().accountId()))
                .filter(candidate -> Shares.isListed(candidate, call.now()))
                .orElseThrow(() -> new ApiError(
                        404,
                        "EntityNotExists.ResourceShare",
                        "The resource share does not exist in the current account."));
        if (share.isDeleted()) {
            throw new ApiError(
                    409,
                    "ResourceShareStatusMismatchAction",
                    "The status of the resource share does not allow the specified operation.");
        }
        return share;
    }

    /**
     * The shares that a list is narrowed to by {@code ResourceShareIds}.
     *
     * @throws ApiError 400 {@code InvalidParameter.ResourceShareIds}, with {@code .Length} or {@code .Duplicate}
     */
    static List<String> shareIds(Call call) throws ApiError {
        return few(call.parameters(), "ResourceShareIds", SHARE_ID);
    }

    /**
     * A list of at most five different values, each of a form.
     *
     * @throws ApiError 400 {@code InvalidParameter.<name>}, with {@code .Length} or {@code .Duplicate}
     */
    static List<String> few(Parameters parameters, String name, String form) throws ApiError {
        List<String> values = few(parameters, name);
        if (!values.stream().allMatch(value -> value.matches(form))) {
            throw ShareErrors.invalid(name);
        }
        return values;
    }

    /**
     * A value of a form, if the call has one.
     *
     * @throws ApiError 400 {@code InvalidParameter.<name>}
     */
    static Optional<String> formed(Call call, String name, String form) throws ApiError {
        Optional<String> value = call.parameters().find(name);
        if (value.isPresent() && !value.get().matches(form)) {
            throw ShareErrors.invalid(name);
        }
        return value;
    }

    /**
     * The id of the resource that {@code ResourceId} or {@code ResourceArn} names, if any.
     *
     * @throws ApiError 400 {@code InvalidParameter.ResourceId} or {@code InvalidParameter.Resources}
     */
    static Optional<String> resourceId(Call call) throws ApiError {
        Optional<String> id = formed(call, "ResourceId", RESOURCE_ID);
        Optional<String> arn = call.parameters().find("ResourceArn");
        return id.isPresent() || arn.isEmpty()
                ? id
                : Optional.of(byArn(arn.get()).id());
    }

    /**
     * The resources that a list is narrowed to by {@code ResourceIds} and {@code ResourceArns}; none for all.
     *
     * @throws ApiError 400 {@code InvalidParameter.ResourceIds}, with {@code .Length} or {@code .Duplicate}
     */
    static List<String> resourceIds(Call call) throws ApiError {
        List<String> ids = new ArrayList<>(few(call.parameters(), "ResourceIds", RESOURCE_ID));
        for (String arn : call.parameters().list("ResourceArns")) {
            ids.add(byArn(arn).id());
        }
        return ids;
    }

    /**
     * The kind of resources that a list is narrowed to, if any.
     *
     * @throws ApiError 400 {@code InvalidParameter.ResourceType}
     */
    static Optional<String> resourceType(Call call) throws ApiError {
        Optional<String> type = call.parameters().find("ResourceType");
        if (type.isPresent() && !RESOURCE_TYPES.contains(type.get())) {
            throw ShareErrors.invalid("ResourceType");
        }
        return type;
    }

    /**
     * A list of at most five different values.
     *
     * @throws ApiError 400 {@code InvalidParameter.<name>.Length} or {@code InvalidParameter.<name>.Duplicate}
     */
    static List<String> few(Parameters parameters, String name) throws ApiError {
        return few(name, parameters.list(name));
    }

    /**
     * Refuses properties of targets and of resources: only targets that are services of the cloud, and resources of
     * other types, have some.
     *
     * @throws ApiError 400 {@code InvalidParameter.TargetProperties} or {@code InvalidParameter}
     */
    static void refuseProperties(Call call) throws ApiError {
        for (String name : call.parameters().values().keySet()) {
            if (name.startsWith("TargetProperties.")) {
                throw ShareErrors.invalid("TargetProperties");
            }
            if (name.startsWith("ResourceProperties.")) {
                throw new ApiError(400, "InvalidParameter", "The specified parameter is invalid.");
            }
        }
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
            if (!arn.startsWith("acs:ecs:" + call.region() + ":" + call.caller().accountId() + ":")) {
                throw ShareErrors.invalid("Resources");
            }
            resources.add(byArn(arn));
        }
        few("Resources", resources);
        return resources;
    }

    private static Resource resource(Optional<String> id, Optional<String> type) throws ApiError {
        if (type.isEmpty() || !id.map(value -> value.matches(RESOURCE_ID)).orElse(false)) {
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
        if (values.size() > MAX_PER_CALL) {
            throw ShareErrors.tooMany(name, MAX_PER_CALL);
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw ShareErrors.duplicate(name);
        }
        return values;
    }
}
