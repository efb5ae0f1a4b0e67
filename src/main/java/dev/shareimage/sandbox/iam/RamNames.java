package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.Set;

/** Reads parameters of RAM by RAM's rules for their length and characters. */
final class RamNames {

    private static final Set<String> POLICY_TYPES = Set.of("System", "Custom");

    private RamNames() {}

    static String role(Parameters parameters) throws ApiError {
        return name(parameters, "RoleName", 64, "[A-Za-z0-9.-]+");
    }

    static String user(Parameters parameters) throws ApiError {
        return name(parameters, "UserName", 64, "[A-Za-z0-9._-]+");
    }

    static String policy(Parameters parameters) throws ApiError {
        return name(parameters, "PolicyName", 128, "[A-Za-z0-9-]+");
    }

    static String policyType(Parameters parameters) throws ApiError {
        String type = parameters.get("PolicyType");
        if (!POLICY_TYPES.contains(type)) {
            throw new ApiError(400, "InvalidParameter.PolicyType", "The parameter - \"PolicyType\" is invalid.");
        }
        return type;
    }

    /**
     * A document no longer than allowed, white space counted.
     *
     * @throws ApiError 400 {@code InvalidParameter.<parameter>.Length}
     */
    static String document(Parameters parameters, String parameter, int limit) throws ApiError {
        String document = parameters.get(parameter);
        if (document.length() > limit) {
            throw RamError.tooLong(parameter);
        }
        return document;
    }

    private static String name(Parameters parameters, String parameter, int limit, String pattern) throws ApiError {
        String name = parameters.get(parameter);
        if (name.length() > limit) {
            throw RamError.tooLong(parameter);
        }
        if (!name.matches(pattern)) {
            throw RamError.invalidCharacters(parameter);
        }
        return name;
    }
}
