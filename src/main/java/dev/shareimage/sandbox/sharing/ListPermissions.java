package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What recipients may be allowed to do with resources. */
final class ListPermissions implements Action.Handler {

    private static final String NAME = "resourcesharing:ListPermissions";

    /** When the vendor made its permissions: the time in the documented example. */
    private static final Instant MADE = Instant.parse("2020-12-07T07:39:01.818Z");

    static Action action() {
        return new Action(
                "ListPermissions", Set.of("MaxResults", "NextToken", "ResourceType"), NAME, new ListPermissions());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        Slice slice = Slice.of(call.parameters(), ListResourceShares.DEFAULT_SIZE);
        List<String> types = ShareParameters.resourceType(call).map(List::of).orElse(ShareParameters.RESOURCE_TYPES);
        ObjectNode answer = Answers.object();
        slice.describe(answer, types.size());
        ArrayNode permissions = answer.putArray("Permissions");
        slice.of(types)
                .forEach(type -> permissions
                        .addObject()
                        .put("PermissionName", SharePermission.of(type))
                        .put("PermissionVersion", "v1")
                        .put("ResourceType", type)
                        .put("DefaultPermission", true)
                        .put("DefaultVersion", true)
                        .put("CreateTime", Answers.milliseconds(MADE))
                        .put("UpdateTime", Answers.milliseconds(MADE)));
        return answer;
    }
}
