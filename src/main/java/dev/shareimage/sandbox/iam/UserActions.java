package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.RamUser;
import java.util.List;
import java.util.Set;

/** RAM users. */
final class UserActions {

    private UserActions() {}

    static List<Action> actions() {
        return List.of(
                new Action(
                        "CreateUser",
                        Set.of("UserName", "DisplayName", "MobilePhone", "Email", "Comments"),
                        "ram:CreateUser",
                        UserActions::createUser),
                new Action("GetUser", Set.of("UserName"), "ram:GetUser", UserActions::getUser),
                new Action("DeleteUser", Set.of("UserName"), "ram:DeleteUser", UserActions::deleteUser),
                new Action("ListUsers", Set.of("Marker", "MaxItems"), "ram:ListUsers", UserActions::listUsers));
    }

    private static ObjectNode createUser(Call call) throws ApiError {
        String name = permittedName(call, "ram:CreateUser");
        if (call.world().users().find(call.caller().accountId(), name).isPresent()) {
            throw RamError.alreadyExists("User", name);
        }
        RamUser user = new RamUser(call.caller().accountId(), name, Ids.number(call.world(), "user-", "2"), List.of());
        call.world().users().put(user);
        return answer(user);
    }

    private static ObjectNode getUser(Call call) throws ApiError {
        return answer(get(call, permittedName(call, "ram:GetUser")));
    }

    private static ObjectNode deleteUser(Call call) throws ApiError {
        RamUser user = get(call, permittedName(call, "ram:DeleteUser"));
        if (!user.policies().isEmpty()) {
            throw RamError.deleteConflict(
                    "User.Policy", "The user cannot have any attached policies when you delete it.");
        }
        if (!AccessKeyActions.keys(call, user.name()).isEmpty()) {
            throw RamError.deleteConflict("User.AccessKey", "The user cannot have any access keys when you delete it.");
        }
        call.world().users().remove(user);
        return RamApi.empty();
    }

    private static ObjectNode listUsers(Call call) throws ApiError {
        call.caller().require("ram:ListUsers", RamResources.user(call, "*"));
        List<RamUser> users =
                call.world().users().under(call.caller().accountId()).toList();
        return MarkerPages.page(call.parameters(), users, RamUser::name, "Users", "User", UserActions::shape);
    }

    static RamUser get(Call call, String name) throws ApiError {
        return call.world()
                .users()
                .find(call.caller().accountId(), name)
                .orElseThrow(() -> RamError.notExist("User", name));
    }

    /** The user that the call names, if the caller has the permission. */
    static String permittedName(Call call, String action) throws ApiError {
        String name = RamNames.user(call.parameters());
        call.caller().require(action, RamResources.user(call, name));
        return name;
    }

    private static ObjectNode answer(RamUser user) {
        ObjectNode answer = RamApi.empty();
        answer.set("User", shape(user));
        return answer;
    }

    private static ObjectNode shape(RamUser user) {
        return RamApi.empty()
                .put("UserId", user.id())
                .put("UserName", user.name())
                .put("DisplayName", user.name());
    }
}
