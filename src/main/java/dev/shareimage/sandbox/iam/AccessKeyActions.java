package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.RamUser;
import java.util.List;
import java.util.Set;

/** Access keys of RAM users: at most two each. */
final class AccessKeyActions {

    private static final int MAX_KEYS = 2;
    private static final String KEY_ID = "UserAccessKeyId";

    private AccessKeyActions() {}

    static List<Action> actions() {
        return List.of(
                new Action("CreateAccessKey", Set.of("UserName"), "ram:CreateAccessKey", AccessKeyActions::create),
                new Action(
                        "UpdateAccessKey",
                        Set.of("UserName", KEY_ID, "Status"),
                        "ram:UpdateAccessKey",
                        AccessKeyActions::update),
                new Action(
                        "DeleteAccessKey", Set.of("UserName", KEY_ID), "ram:DeleteAccessKey", AccessKeyActions::delete),
                new Action("ListAccessKeys", Set.of("UserName"), "ram:ListAccessKeys", AccessKeyActions::list));
    }

    static List<AccessKey> keys(Call call, String userName) {
        return call.world().accessKeys().stream()
                .filter(key -> key.accountId().equals(call.caller().accountId()) && userName.equals(key.userName()))
                .toList();
    }

    private static ObjectNode create(Call call) throws ApiError {
        RamUser user = UserActions.get(call, UserActions.permittedName(call, "ram:CreateAccessKey"));
        if (keys(call, user.name()).size() >= MAX_KEYS) {
            throw new ApiError(
                    409, "LimitExceeded.User.AccessKey", "The count of access keys beyond the current limits.");
        }
        AccessKey key = new AccessKey("LTAI5t" + Ids.secret(18), Ids.secret(30), user.accountId(), user.name(), false);
        call.world().accessKeys().put(key);
        ObjectNode answer = RamApi.empty();
        answer.set("AccessKey", shape(key).put("AccessKeySecret", key.secret()));
        return answer;
    }

    private static ObjectNode update(Call call) throws ApiError {
        AccessKey key = permittedKey(call, "ram:UpdateAccessKey");
        String status = call.parameters().get("Status");
        if (!status.equals("Active") && !status.equals("Inactive")) {
            throw new ApiError(400, "InvalidParameter.Status", "The parameter - \"Status\" is invalid.");
        }
        call.world()
                .accessKeys()
                .put(new AccessKey(key.id(), key.secret(), key.accountId(), key.userName(), status.equals("Inactive")));
        return RamApi.empty();
    }

    private static ObjectNode delete(Call call) throws ApiError {
        call.world().accessKeys().remove(permittedKey(call, "ram:DeleteAccessKey"));
        return RamApi.empty();
    }

    private static ObjectNode list(Call call) throws ApiError {
        RamUser user = UserActions.get(call, UserActions.permittedName(call, "ram:ListAccessKeys"));
        return MarkerPages.wrapped(keys(call, user.name()), "AccessKeys", "AccessKey", AccessKeyActions::shape);
    }

    private static AccessKey permittedKey(Call call, String action) throws ApiError {
        RamUser user = UserActions.get(call, UserActions.permittedName(call, action));
        String id = call.parameters().get(KEY_ID);
        return keys(call, user.name()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RamError.notExist("User.AccessKey", id));
    }

    private static ObjectNode shape(AccessKey key) {
        return RamApi.empty().put("AccessKeyId", key.id()).put("Status", key.disabled() ? "Inactive" : "Active");
    }
}
