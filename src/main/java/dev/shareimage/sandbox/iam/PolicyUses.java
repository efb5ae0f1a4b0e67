package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamPolicy;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.RamUser;
import java.util.List;

/** Where a policy is attached inside the caller's account. */
final class PolicyUses {

    private PolicyUses() {}

    static int count(Call call, RamPolicy policy) {
        return roles(call, policy).size() + users(call, policy).size();
    }

    static void requireNone(Call call, RamPolicy policy) throws ApiError {
        if (!roles(call, policy).isEmpty()) {
            throw RamError.deleteConflict(
                    "Policy.Role", "The policy cannot be attached to any role when you delete it.");
        }
        if (!users(call, policy).isEmpty()) {
            throw RamError.deleteConflict(
                    "Policy.User", "The policy cannot be attached to any user when you delete it.");
        }
    }

    static void detachEverywhere(Call call, RamPolicy policy) {
        roles(call, policy)
                .forEach(role -> call.world()
                        .roles()
                        .put(role.withPolicies(Attachments.without(role.policies(), policy.type(), policy.name()))));
        users(call, policy)
                .forEach(user -> call.world()
                        .users()
                        .put(UserPolicyActions.with(
                                user, Attachments.without(user.policies(), policy.type(), policy.name()))));
    }

    private static List<RamRole> roles(Call call, RamPolicy policy) {
        return call.world()
                .roles()
                .under(call.caller().accountId())
                .filter(role -> isAmong(role.policies(), policy))
                .toList();
    }

    private static List<RamUser> users(Call call, RamPolicy policy) {
        return call.world()
                .users()
                .under(call.caller().accountId())
                .filter(user -> isAmong(user.policies(), policy))
                .toList();
    }

    private static boolean isAmong(List<PolicyAttachment> attachments, RamPolicy policy) {
        return attachments.stream().anyMatch(attachment -> attachment.is(policy.type(), policy.name()));
    }
}
