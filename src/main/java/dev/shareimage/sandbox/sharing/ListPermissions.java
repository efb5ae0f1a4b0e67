package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** What recipients may be allowed to do with resources. */
final class ListPermissions implements Action.Handler {

    private static final String NAME = "resourcesharing:ListPermissions";

    static Action action() {
        return new Action(
                "ListPermissions", Set.of("MaxResults", "NextToken", "ResourceType"), NAME, new ListPermissions());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        ObjectNode answer = Answers.object();
        ArrayNode permissions = answer.putArray("Permissions");
        if (call.parameters().find("ResourceType").orElse("Image").equals("Image")) {
            permissions
                    .addObject()
                    .put("PermissionName", SharePermission.IMAGE_PERMISSION)
                    .put("PermissionVersion", "v1")
                    .put("ResourceType", "Image")
                    .put("DefaultPermission", true)
                    .put("DefaultVersion", true);
        }
        return answer;
    }
}
