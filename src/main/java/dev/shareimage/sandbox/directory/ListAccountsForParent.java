package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Folder;
import dev.shareimage.sandbox.world.Member;
import java.util.List;
import java.util.Set;

/** Lists the members directly in a folder. */
final class ListAccountsForParent implements Action.Handler {

    private static final String NAME = "resourcemanager:ListAccountsForParent";

    static Action action() {
        return new Action(
                "ListAccountsForParent",
                Set.of(
                        "IncludeTags",
                        "PageNumber",
                        "PageSize",
                        "ParentFolderId",
                        "QueryKeyword",
                        "Tag.N.Key",
                        "Tag.N.Value"),
                NAME,
                new ListAccountsForParent());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.readable(call, NAME);
        String rootId = organization.directory().rootFolderId();
        Folder parent = organization.folder(
                "ParentFolderId", call.parameters().find("ParentFolderId").orElse(rootId));
        List<Member> members = organization.members().stream()
                .filter(member -> member.folderId().equals(parent.id()))
                .toList();
        return MemberView.page(call, members);
    }
}
