package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** Gives a share a permission. As every resource type has one only, a share has it already: nothing changes. */
final class AssociateResourceSharePermission implements Action.Handler {

    private static final String NAME = "resourcesharing:AssociateResourceSharePermission";

    static Action action() {
        return new Action(
                "AssociateResourceSharePermission",
                Set.of("PermissionName", "Replace", "ResourceShareId"),
                NAME,
                new AssociateResourceSharePermission());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(
                call, NAME, call.parameters().find("ResourceShareId").orElse("*"));
        ShareParameters.ownShare(call);
        SharePermission.checkName(ShareErrors.required(call, "PermissionName"));
        return Answers.object();
    }
}
