package dev.shareimage.sandbox.iam;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Evaluates a role's trust policy: who may assume the role. */
public final class TrustEvaluator {

    private static final String ACTION = "sts:AssumeRole";

    private TrustEvaluator() {}

    /**
     * Whether a service working for an account may assume the role.
     *
     * <p>{@code *@ecs.aliyuncs.com} stands for ECS working for any account; plain {@code ecs.aliyuncs.com} for none
     * (vendor documentation, image sharing, and a user's report).
     *
     * @param document the trust policy as stored; one that cannot be read trusts nobody
     * @param servicePrincipal such as {@code 2000000000000002@ecs.aliyuncs.com}
     * @param context the keys of conditions, such as {@code sts:ServiceOwnerRDId}
     */
    public static boolean allows(String document, String servicePrincipal, Map<String, String> context) {
        String anyAccount = "*" + servicePrincipal.substring(servicePrincipal.indexOf('@'));
        return allows(
                document,
                "Service",
                principal -> principal.equals(servicePrincipal) || principal.equals(anyAccount),
                context);
    }

    /** Whether a service that acts for the role's own account may assume it, such as {@code ecs.aliyuncs.com}. */
    public static boolean allowsOwnService(String document, String service) {
        return allows(document, "Service", service::equals, Map.of());
    }

    /**
     * Whether a RAM identity may assume the role, as far as the role is concerned.
     *
     * @param accountId the identity's account, whose {@code root} stands for all its identities
     * @param arn such as {@code acs:ram::1000000000000001:user/operator}
     */
    public static boolean allowsIdentity(String document, String accountId, String arn, Map<String, String> context) {
        String wholeAccount = "acs:ram::" + accountId + ":root";
        return allows(document, "RAM", principal -> principal.equals(arn) || principal.equals(wholeAccount), context);
    }

    private static boolean allows(
            String document, String kind, Predicate<String> isMeant, Map<String, String> context) {
        boolean allowed = false;
        for (Statement statement : read(document).statements()) {
            if (statement.concerns(ACTION)
                    && statement.principals(kind).stream().anyMatch(isMeant)
                    && statement.holds(context)) {
                if (!statement.allows()) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    private static PolicyDocument read(String document) {
        try {
            return PolicyDocument.parse(document);
        } catch (MalformedPolicyException unreadable) {
            return new PolicyDocument(List.of(), false);
        }
    }
}
