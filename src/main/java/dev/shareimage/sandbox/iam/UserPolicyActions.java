package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamUser;
import java.util.List;
import java.util.Set;

/** Policies on users. */
final class UserPolicyActions {

    private static final Set<String> PARAMETERS = Set.of("UserName", "PolicyName", "PolicyType");

    private UserPolicyActions() {}

    static List<Action> actions() {
        return List.of(
                new Action("AttachPolicyToUser", PARAMETERS, "ram:AttachPolicyToUser", UserPolicyActions::attach),
                new Action("DetachPolicyFromUser", PARAMETERS, "ram:DetachPolicyFromUser", UserPolicyActions::detach),
                new Action(
                        "ListPoliciesForUser", Set.of("UserName"), "ram:ListPoliciesForUser", UserPolicyActions::list));
    }

    static RamUser with(RamUser user, List<PolicyAttachment> attachments) {
        return new RamUser(user.accountId(), user.name(), user.id(), List.copyOf(attachments));
    }

    private static ObjectNode attach(Call call) throws ApiError {
        RamUser user = permittedUser(call, "ram:AttachPolicyToUser");
        call.world().users().put(with(user, Attachments.with(call, user.policies(), "User")));
        return RamApi.empty();
    }

    private static ObjectNode detach(Call call) throws ApiError {
        RamUser user = permittedUser(call, "ram:DetachPolicyFromUser");
        call.world().users().put(with(user, Attachments.without(call, user.policies(), "User")));
        return RamApi.empty();
    }

    private static ObjectNode list(Call call) throws ApiError {
        RamUser user = UserActions.get(call, UserActions.permittedName(call, "ram:ListPoliciesForUser"));
        return Attachments.list(call, user.policies());
    }

    private static RamUser permittedUser(Call call, String action) throws ApiError {
        String name = UserActions.permittedName(call, action);
        call.caller().require(action, PolicyActions.resource(call));
        return UserActions.get(call, name);
    }
}
