package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.Folder;
import java.util.Set;

/** One folder, with its path. */
final class GetFolder implements Action.Handler {

    private static final String NAME = "resourcemanager:GetFolder";

    static Action action() {
        return new Action("GetFolder", Set.of("FolderId"), NAME, new GetFolder());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.readable(call, NAME);
        Folder folder = organization.folder("FolderId", DirectoryParameters.required(call, "FolderId"));
        ObjectNode answer = Answers.object();
        FolderView.describe(answer.putObject("Folder"), folder)
                .put("ParentFolderId", folder.parentId() == null ? "" : folder.parentId())
                .put("ResourceDirectoryPath", new DirectoryTree(call.world()).pathOf(folder));
        return answer;
    }
}
