package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Folder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The folders above a folder, the root first. */
final class ListAncestors implements Action.Handler {

    private static final String NAME = "resourcemanager:ListAncestors";

    static Action action() {
        return new Action("ListAncestors", Set.of("ChildId"), NAME, new ListAncestors());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.readable(call, NAME);
        Folder child = organization.folder("ChildId", DirectoryParameters.required(call, "ChildId"));
        Deque<Folder> ancestors = new ArrayDeque<>();
        for (String id = child.parentId(); id != null; id = ancestors.getFirst().parentId()) {
            ancestors.addFirst(organization.folder("ChildId", id));
        }
        ObjectNode answer = Answers.object();
        ArrayNode nodes = Answers.wrapped(answer, "Folders", "Folder");
        ancestors.forEach(folder -> FolderView.describe(nodes.addObject(), folder));
        return answer;
    }
}
