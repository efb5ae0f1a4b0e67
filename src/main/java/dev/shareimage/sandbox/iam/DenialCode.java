package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.ApiError;

/** The error of each product for a missing permission. */
final class DenialCode {

    private DenialCode() {}

    /**
     * @param action the action that is missing, such as {@code ecs:DescribeImages}
     * @param explicit whether a policy denies it
     */
    static ApiError error(String action, boolean explicit) {
        String service = action.substring(0, action.indexOf(':'));
        return switch (service) {
            case "ecs" ->
                new ApiError(
                        403,
                        "Forbidden.RAM",
                        "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
                        action,
                        explicit);
            case "kms" ->
                new ApiError(
                        403,
                        "Forbidden.NoPermission",
                        "This operation is forbidden by permission system.",
                        action,
                        explicit);
            default ->
                new ApiError(
                        403,
                        "NoPermission",
                        "You are not authorized to do this action. You should be authorized by RAM.",
                        action,
                        explicit);
        };
    }
}
