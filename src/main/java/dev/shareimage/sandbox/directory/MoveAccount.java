package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Folder;
import dev.shareimage.sandbox.world.Member;
import java.util.Set;

/** Moves a member to another folder. Its access changes at once. */
final class MoveAccount implements Action.Handler {

    private static final String NAME = "resourcemanager:MoveAccount";

    static Action action() {
        return new Action("MoveAccount", Set.of("AccountId", "DestinationFolderId"), NAME, new MoveAccount());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.managed(call, NAME);
        Member member = organization.member(DirectoryParameters.accountId(call, "AccountId"));
        Folder destination =
                organization.folder("DestinationFolderId", DirectoryParameters.required(call, "DestinationFolderId"));
        call.world().members().put(member.movedTo(destination.id(), call.now()));
        return Answers.object();
    }
}
