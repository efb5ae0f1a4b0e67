package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.world.Folder;

/** A folder as answers show it. */
final class FolderView {

    private FolderView() {}

    static ObjectNode describe(ObjectNode node, Folder folder) {
        return node.put("FolderId", folder.id())
                .put("FolderName", folder.name())
                .put("CreateTime", Answers.milliseconds(folder.created()));
    }
}
