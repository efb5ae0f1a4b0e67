package dev.shareimage.sandbox.wire;

import java.util.Map;

/** The protocol's own parameters. Each has its own code if it is missing. */
final class Mandatory {

    private Mandatory() {}

    /**
     * @throws ApiError 400 such as {@code MissingTimestamp}
     */
    static String value(Map<String, String> parameters, String name) throws ApiError {
        String value = parameters.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new ApiError(400, "Missing" + name, name + " is mandatory for this action.");
        }
        return value;
    }
}
