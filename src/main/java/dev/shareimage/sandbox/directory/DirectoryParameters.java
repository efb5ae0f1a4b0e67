package dev.shareimage.sandbox.directory;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;

/** Parameters of directory calls. Missing or malformed ones have their own error codes. */
final class DirectoryParameters {

    private DirectoryParameters() {}

    /**
     * @throws ApiError 400 {@code MissingParameter.<name>}
     */
    static String required(Call call, String name) throws ApiError {
        return call.parameters()
                .find(name)
                .orElseThrow(() -> new ApiError(400, "MissingParameter." + name, "You must specify " + name + "."));
    }

    /** Whether the call asks only for what has a tag. Nothing in a directory has one here. */
    static boolean wantsTag(Parameters parameters) {
        return parameters.find("Tag.1.Key").isPresent();
    }

    /**
     * @throws ApiError 400 {@code MissingParameter.<name>} or {@code InvalidParameter.<name>}
     */
    static String accountId(Call call, String name) throws ApiError {
        String id = required(call, name);
        if (!id.matches("\\d{1,20}")) {
            throw new ApiError(400, "InvalidParameter." + name, "The " + name + " is invalid.");
        }
        return id;
    }
}
