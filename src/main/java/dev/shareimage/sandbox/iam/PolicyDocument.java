package dev.shareimage.sandbox.iam;

import java.util.List;

/**
 * A policy, read: a trust policy of a role, or a permission policy.
 *
 * @param versioned whether {@code Version} says {@code 1}; evaluation does not care, writing does
 */
record PolicyDocument(List<Statement> statements, boolean versioned) {

    /**
     * @throws MalformedPolicyException when the text is no policy; unknown members are passed over
     */
    public static PolicyDocument parse(String json) throws MalformedPolicyException {
        return PolicyReader.read(json);
    }

    /** A permission policy: version, effect, action and resource everywhere, and no principal. */
    public static void checkPermissions(String json) throws MalformedPolicyException {
        PolicyDocument document = parse(json);
        document.checkVersion();
        for (Statement statement : document.statements) {
            if (statement.actions().isEmpty() || statement.resources().isEmpty()) {
                throw new MalformedPolicyException("A statement lacks its action or its resource.");
            }
            if (!statement.principals().isEmpty()) {
                throw new MalformedPolicyException("A permission policy names no principal.");
            }
        }
    }

    /** A trust policy: version, effect, action and principal everywhere, and no resource. */
    public static void checkTrust(String json) throws MalformedPolicyException {
        PolicyDocument document = parse(json);
        document.checkVersion();
        for (Statement statement : document.statements) {
            if (statement.actions().isEmpty() || statement.principals().isEmpty()) {
                throw new MalformedPolicyException("A statement lacks its action or its principal.");
            }
            if (statement.resources().isPresent()) {
                throw new MalformedPolicyException("A trust policy names no resource.");
            }
        }
    }

    private void checkVersion() throws MalformedPolicyException {
        if (!versioned) {
            throw new MalformedPolicyException("Version must be \"1\".");
        }
    }
}
