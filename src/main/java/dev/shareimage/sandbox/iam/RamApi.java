package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Account;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** RAM 2015-05-01: users, roles, policies, and what is attached to whom. */
public final class RamApi implements Api {

    @Override
    public String product() {
        return "Ram";
    }

    @Override
    public String version() {
        return "2015-05-01";
    }

    @Override
    public List<Action> actions() {
        return Stream.of(
                        RoleActions.actions(),
                        RolePolicyActions.actions(),
                        PolicyActions.actions(),
                        UserActions.actions(),
                        UserPolicyActions.actions(),
                        AccessKeyActions.actions(),
                        List.of(new Action(
                                "GetAccountAlias", Set.of(), "ram:GetAccountAlias", RamApi::getAccountAlias)))
                .flatMap(List::stream)
                .toList();
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode getAccountAlias(Call call) throws ApiError {
        String accountId = call.caller().accountId();
        call.caller().require("ram:GetAccountAlias", "acs:ram:*:" + accountId + ":*");
        String alias = call.world()
                .accounts()
                .find(accountId)
                .map(Account::alias)
                .filter(Objects::nonNull)
                .orElse(accountId);
        return empty().put("AccountAlias", alias);
    }
}
