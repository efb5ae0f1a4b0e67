package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.Refusal;
import java.util.Locale;

/** RAM's own errors (vendor documentation, RAM error codes). */
final class RamError {

    private RamError() {}

    /**
     * @param kind such as {@code Role}, or {@code Role.Policy} for an attachment
     */
    static Refusal notExist(String kind, String name) {
        return new Refusal(404, "EntityNotExist." + kind, "The " + words(kind) + " does not exist: " + name + ".");
    }

    static Refusal alreadyExists(String kind, String name) {
        return new Refusal(409, "EntityAlreadyExists." + kind, "The " + words(kind) + " already exists: " + name + ".");
    }

    /**
     * @param conflict such as {@code Role.Policy}: what is to be deleted, and what is still attached to it
     */
    static Refusal deleteConflict(String conflict, String message) {
        return new Refusal(409, "DeleteConflict." + conflict, message);
    }

    static Refusal tooLong(String parameter) {
        return new Refusal(
                400,
                "InvalidParameter." + parameter + ".Length",
                "The parameter - \"" + parameter + "\" beyond the length limit.");
    }

    static Refusal invalidCharacters(String parameter) {
        return new Refusal(
                400,
                "InvalidParameter." + parameter + ".InvalidChars",
                "The parameter - \"" + parameter + "\" contains invalid chars.");
    }

    static Refusal malformedPolicy(MalformedPolicyException malformed) {
        return new Refusal(
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
