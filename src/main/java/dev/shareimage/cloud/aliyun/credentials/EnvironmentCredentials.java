package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.credentials.Variables.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads credentials from groups of variables that belong together. */
record EnvironmentCredentials(Variables variables) {

    static final String KEY_ID = "ACCESS_KEY_ID";
    static final String KEY_SECRET = "ACCESS_KEY_SECRET";
    static final String TOKEN = "SECURITY_TOKEN";
    static final String ROLE = "ROLE_ARN";
    static final String PROVIDER = "OIDC_PROVIDER_ARN";
    static final String TOKEN_FILE = "OIDC_TOKEN_FILE";

    /** Whether credentials are set in the environment, even if they are incomplete. */
    static boolean areSet(Variables variables) {
        try {
            for (String suffix : List.of(KEY_ID, KEY_SECRET, TOKEN, ROLE, PROVIDER, TOKEN_FILE)) {
                if (variables.spelled(suffix).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (CloudException e) {
            // Two spellings with different values count as set.
            return true;
        }
    }

    /** An access key, with a session token if that is set. */
    Optional<Credentials> key() throws CloudException {
        @Nullable Variable token = variables.spelled(TOKEN).orElse(null);
        List<Variable> group = group(token, KEY_ID, KEY_SECRET);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Credentials(
                group.get(0).value(), group.get(1).value(), token == null ? null : token.value(), null));
    }

    /** Role, identity provider and token file, in this order; empty if none is set. */
    List<Variable> identityProvider() throws CloudException {
        return group(null, ROLE, PROVIDER, TOKEN_FILE);
    }

    /**
     * All variables of a group, or none.
     *
     * @param first a variable that is useless without the group, or null
     * @throws CloudException if only some of them are set
     */
    private List<Variable> group(@Nullable Variable first, String... suffixes) throws CloudException {
        List<Variable> set = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        @Nullable Variable witness = first;
        for (String suffix : suffixes) {
            Optional<Variable> variable = variables.spelled(suffix);
            if (variable.isPresent()) {
                set.add(variable.get());
                witness = variable.get();
            } else {
                missing.add(suffix);
            }
        }
        if (witness != null && !missing.isEmpty()) {
            throw variables.failures().unusable("variable.half", witness.name(), witness.sibling(missing.get(0)));
        }
        return set;
    }
}
