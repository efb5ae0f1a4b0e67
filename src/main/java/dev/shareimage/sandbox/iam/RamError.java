package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.ApiError;
import java.util.Locale;

/** RAM's own errors (vendor documentation, RAM error codes). */
final class RamError {

    private RamError() {}

    /**
     * @param kind such as {@code Role}, or {@code Role.Policy} for an attachment
     */
    static ApiError notExist(String kind, String name) {
        return new ApiError(404, "EntityNotExist." + kind, "The " + words(kind) + " does not exist: " + name + ".");
    }

    static ApiError alreadyExists(String kind, String name) {
        return new ApiError(
                409, "EntityAlreadyExists." + kind, "The " + words(kind) + " already exists: " + name + ".");
    }

    /**
     * @param conflict such as {@code Role.Policy}: what is to be deleted, and what is still attached to it
     */
    static ApiError deleteConflict(String conflict, String message) {
        return new ApiError(409, "DeleteConflict." + conflict, message);
    }

    static ApiError tooLong(String parameter) {
        return new ApiError(
                400,
                "InvalidParameter." + parameter + ".Length",
                "The parameter - \"" + parameter + "\" beyond the length limit.");
    }

    static ApiError invalidCharacters(String parameter) {
        return new ApiError(
                400,
                "InvalidParameter." + parameter + ".InvalidChars",
                "The parameter - \"" + parameter + "\" contains invalid chars.");
    }

    static ApiError malformedPolicy(MalformedPolicyException malformed) {
        return new ApiError(
                400, "MalformedPolicyDocument", "The policy document is malformed. " + malformed.getMessage());
    }

    private static String words(String kind) {
        return switch (kind) {
            case "Role.Policy" -> "policy of the role";
            case "User.Policy" -> "policy of the user";
            case "User.AccessKey" -> "access key of the user";
            default -> kind.toLowerCase(Locale.ROOT);
        };
    }
}
