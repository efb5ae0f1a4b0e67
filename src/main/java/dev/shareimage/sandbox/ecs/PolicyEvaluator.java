package dev.shareimage.sandbox.ecs;

import java.util.Map;

/** Reads policies as the access service does. */
public interface PolicyEvaluator {

    /**
     * Whether a trust policy lets a service assume the role.
     *
     * @param servicePrincipal such as {@code 2000000000000002@ecs.aliyuncs.com}
     * @param context the values of condition keys
     */
    boolean trusts(String trustPolicy, String servicePrincipal, Map<String, String> context);

    /**
     * Whether a permission policy allows an action on a resource.
     *
     * @param action such as {@code kms:Decrypt}
     * @param resource such as {@code acs:kms:cn-hongkong:1000000000000001:key/key-1}
     * @param context the values of condition keys
     */
    boolean allows(String policy, String action, String resource, Map<String, String> context);
}
