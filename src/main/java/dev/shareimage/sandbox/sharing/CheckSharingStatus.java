package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Directory;
import dev.shareimage.sandbox.world.DirectoryTree;
import java.util.Set;

/** Whether the caller's directory allows sharing with it. */
final class CheckSharingStatus implements Action.Handler {

    private static final String NAME = "resourcesharing:CheckSharingWithResourceDirectoryStatus";

    static Action action() {
        return new Action("CheckSharingWithResourceDirectoryStatus", Set.of(), NAME, new CheckSharingStatus());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        boolean enabled = new DirectoryTree(call.world())
                .directoryOf(call.caller().accountId())
                .filter(Directory::sharingEnabled)
                .isPresent();
        return Answers.object().put("EnableSharingWithRd", enabled);
    }
}
