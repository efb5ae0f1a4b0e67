package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Directory;
import dev.shareimage.sandbox.world.DirectoryTree;
import java.util.Set;

/** Enables sharing with a directory permanently. Only its management account may do this. */
final class EnableSharing implements Action.Handler {

    private static final String NAME = "resourcesharing:EnableSharingWithResourceDirectory";

    static Action action() {
        return new Action("EnableSharingWithResourceDirectory", Set.of(), NAME, new EnableSharing());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        String accountId = call.caller().accountId();
        Directory directory = new DirectoryTree(call.world())
                .directoryOf(accountId)
                .filter(candidate -> candidate.managementAccountId().equals(accountId))
                .orElseThrow(() -> new ApiError(
                        409,
                        "ActionNotPermitted",
                        "The caller must be the master account for the Resource Directory."));
        if (directory.sharingEnabled()) {
            throw new ApiError(409, "AlreadyEnabled", "You have already enabled sharing with the Resource Directory.");
        }
        call.world().directories().put(directory.withSharingEnabled(true));
        return Answers.object();
    }
}
