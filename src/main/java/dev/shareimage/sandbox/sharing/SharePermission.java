package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.List;
import java.util.Set;

/** What the caller's identity may do with shares, and what those who get a share may do with its resources. */
final class SharePermission {

    /** What the names of permissions begin with; the rest is the resource type, as in the one documented example. */
    private static final String PREFIX = "AliyunRSDefaultPermission";

    /** How many permissions a call may name. */
    private static final int MAX_NAMES = 20;

    private SharePermission() {}

    static void require(Call call, String action, String shareId) throws ApiError {
        call.caller()
                .require(
                        action,
                        "acs:resourcesharing:" + call.region() + ":"
                                + call.caller().accountId() + ":resourceshare/" + shareId);
    }

    /** The one permission of a resource type; that there is no other is assumed. */
    static String of(String resourceType) {
        return PREFIX + resourceType;
    }

    /** Whether a share gives a permission with one of its resources. */
    static boolean isOf(String permission, ResourceShare share) {
        return share.associations().stream()
                .filter(association -> association.kind() == Kind.RESOURCE)
                .anyMatch(association -> of(association.entityType()).equals(permission));
    }

    /**
     * @throws ApiError 404 {@code EntityNotExists.Permission} for a permission that does not exist
     */
    static void checkName(String name) throws ApiError {
        if (ShareParameters.RESOURCE_TYPES.stream().map(SharePermission::of).noneMatch(name::equals)) {
            throw new ApiError(404, "EntityNotExists.Permission", "The resource share permission does not exist.");
        }
    }

    /**
     * @throws ApiError 400 for repeated or too many names, 404 {@code EntityNotExists.Permission} for a permission that
     *     does not exist
     */
    static void checkNames(Call call) throws ApiError {
        List<String> names = call.parameters().list("PermissionNames");
        if (names.size() > MAX_NAMES) {
            throw new ApiError(
                    400,
                    "InvalidParameter.PermissionNames.Length",
                    "The maximum length of PermissionNames exceeds quota limit.");
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw new ApiError(
                    400, "InvalidParameter.PermissionNames.Duplicate", "The PermissionNames duplicate values.");
        }
        for (String name : names) {
            checkName(name);
        }
    }
}
