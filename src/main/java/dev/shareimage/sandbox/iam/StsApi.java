package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Caller;
import java.util.List;
import java.util.Set;

/** STS 2015-04-01: the identity of the caller, and sessions of roles. */
public final class StsApi implements Api {

    @Override
    public String product() {
        return "Sts";
    }

    @Override
    public String version() {
        return "2015-04-01";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("GetCallerIdentity", Set.of(), "", StsApi::getCallerIdentity),
                new Action(
                        "AssumeRole",
                        Set.of(
                                "RoleArn",
                                "RoleSessionName",
                                "DurationSeconds",
                                "Policy",
                                "ExternalId",
                                "SourceIdentity"),
                        "sts:AssumeRole",
                        AssumeRole::assumeRole));
    }

    private static ObjectNode getCallerIdentity(Call call) {
        Caller caller = call.caller();
        ObjectNode answer = RamApi.empty()
                .put("AccountId", caller.accountId())
                .put("Arn", caller.arn())
                .put("PrincipalId", caller.principalId());
        return switch (caller.principalType()) {
            case "SubUser" -> answer.put("IdentityType", "RAMUser").put("UserId", caller.principalId());
            case "AssumedRoleUser" ->
                answer.put("IdentityType", "AssumedRoleUser")
                        .put(
                                "RoleId",
                                caller.principalId()
                                        .substring(0, caller.principalId().indexOf(':')));
            default -> answer.put("IdentityType", "Account").put("UserId", caller.accountId());
        };
    }
}
