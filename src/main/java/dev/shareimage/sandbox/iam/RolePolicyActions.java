package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.RamRole;
import java.util.List;
import java.util.Set;

/** Policies on roles. */
final class RolePolicyActions {

    private static final Set<String> PARAMETERS = Set.of("RoleName", "PolicyName", "PolicyType");

    private RolePolicyActions() {}

    static List<Action> actions() {
        return List.of(
                new Action("AttachPolicyToRole", PARAMETERS, "ram:AttachPolicyToRole", RolePolicyActions::attach),
                new Action("DetachPolicyFromRole", PARAMETERS, "ram:DetachPolicyFromRole", RolePolicyActions::detach),
                new Action(
                        "ListPoliciesForRole", Set.of("RoleName"), "ram:ListPoliciesForRole", RolePolicyActions::list));
    }

    private static ObjectNode attach(Call call) throws ApiError {
        RamRole role = permittedRole(call, "ram:AttachPolicyToRole");
        call.world().roles().put(role.withPolicies(Attachments.with(call, role.policies(), "Role")));
        return RamApi.empty();
    }

    private static ObjectNode detach(Call call) throws ApiError {
        RamRole role = permittedRole(call, "ram:DetachPolicyFromRole");
        call.world().roles().put(role.withPolicies(Attachments.without(call, role.policies(), "Role")));
        return RamApi.empty();
    }

    private static ObjectNode list(Call call) throws ApiError {
        String name = RamNames.role(call.parameters());
        call.caller().require("ram:ListPoliciesForRole", RamResources.role(call, name));
        RamRole role = LaggingReads.find(call, name).orElseThrow(() -> RamError.notExist("Role", name));
        return Attachments.list(call, role.policies());
    }

    /** Attaching needs the right on the role and on the policy. */
    private static RamRole permittedRole(Call call, String action) throws ApiError {
        String name = RamNames.role(call.parameters());
        call.caller().require(action, RamResources.role(call, name));
        call.caller().require(action, PolicyActions.resource(call));
        return RoleActions.get(call, name);
    }
}
