package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Folder;
import java.util.List;
import java.util.Set;

/** Lists the folders directly in a folder. */
final class ListFoldersForParent implements Action.Handler {

    private static final String NAME = "resourcemanager:ListFoldersForParent";

    static Action action() {
        return new Action(
                "ListFoldersForParent",
                Set.of("PageNumber", "PageSize", "ParentFolderId", "QueryKeyword", "Tag.N.Key", "Tag.N.Value"),
                NAME,
                new ListFoldersForParent());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.readable(call, NAME);
        String rootId = organization.directory().rootFolderId();
        Folder parent = organization.folder(
                "ParentFolderId", call.parameters().find("ParentFolderId").orElse(rootId));
        String keyWord = call.parameters().find("QueryKeyword").orElse("");
        List<Folder> folders = organization.folders().stream()
                .filter(folder -> parent.id().equals(folder.parentId()))
                .filter(folder -> folder.name().contains(keyWord) && !DirectoryParameters.wantsTag(call.parameters()))
                .toList();
        Page page = Page.of(call.parameters());
        ObjectNode answer = Answers.object();
        page.describe(answer, folders.size());
        ArrayNode nodes = Answers.wrapped(answer, "Folders", "Folder");
        page.of(folders)
                .forEach(folder -> Answers.wrapped(FolderView.describe(nodes.addObject(), folder), "Tags", "Tag"));
        return answer;
    }
}
