package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;

/** The refusals that most calls of the product share. */
final class ShareErrors {

    private ShareErrors() {}

    /**
     * @throws ApiError 400 {@code MissingParameter.<name>}
     */
    static String required(Call call, String name) throws ApiError {
        return call.parameters()
                .find(name)
                .orElseThrow(() -> new ApiError(400, "MissingParameter." + name, "You must specify " + name + "."));
    }

    static ApiError invalid(String name) {
        return new ApiError(400, "InvalidParameter." + name, "The " + name + " is invalid.");
    }

    static ApiError duplicate(String name) {
        return new ApiError(
                400, "InvalidParameter." + name + ".Duplicate", "The " + name + " contains duplicate values.");
    }

    static ApiError tooMany(String name, int most) {
        return new ApiError(
                400,
                "InvalidParameter." + name + ".Length",
                "The maximum number of " + name + " exceeds " + most + ".");
    }
}
