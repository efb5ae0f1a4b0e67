package dev.shareimage.sandbox.iam;

import java.util.List;
import java.util.Map;

/** Evaluates permission policies for actions. */
final class PolicyEvaluator {

    private PolicyEvaluator() {}

    /**
     * What the policies together say.
     *
     * @param action such as {@code kms:Decrypt}; in any case
     * @param resource such as {@code acs:kms:cn-hongkong:1000000000000001:key/key-1}, or {@code *} for an action that
     *     concerns no particular thing, which only {@code Resource: "*"} covers
     * @param context what conditions compare with, such as {@code kms:tag/acs:ecs:disk-encryption}
     */
    public static PolicyDecision judge(
            List<PolicyDocument> policies, String action, String resource, Map<String, String> context) {
        PolicyDecision decision = PolicyDecision.NOT_ALLOWED;
        for (PolicyDocument policy : policies) {
            for (Statement statement : policy.statements()) {
                if (statement.concerns(action, resource) && statement.holds(context)) {
                    if (!statement.allows()) {
                        return PolicyDecision.DENIED;
                    }
                    decision = PolicyDecision.ALLOWED;
                }
            }
        }
        return decision;
    }
}
