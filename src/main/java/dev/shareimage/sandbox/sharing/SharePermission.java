package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;

/** What the caller's identity may do with shares, and what those who get a share may do with its resources. */
final class SharePermission {

    /** What recipients may do with an image; the only permission of that resource type. Its name is assumed. */
    static final String IMAGE_PERMISSION = "AliyunRSDefaultPermissionImage";

    private SharePermission() {}

    static void require(Call call, String action, String shareId) throws ApiError {
        call.caller()
                .require(
                        action,
                        "acs:resourcesharing:" + call.region() + ":"
                                + call.caller().accountId() + ":resourceshare/" + shareId);
    }

    /**
     * @throws ApiError 404 {@code EntityNotExists.Permission} for a permission that does not exist
     */
    static void checkNames(Call call) throws ApiError {
        for (String name : call.parameters().list("PermissionNames")) {
            if (!name.equals(IMAGE_PERMISSION)) {
                throw new ApiError(404, "EntityNotExists.Permission", "The resource share permission does not exist.");
            }
        }
    }
}
