package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.Folder;
import dev.shareimage.sandbox.world.Handshake;
import java.util.Set;

/** Invites an account into the directory. It joins when it accepts. */
final class InviteAccount implements Action.Handler {

    private static final String NAME = "resourcemanager:InviteAccountToResourceDirectory";

    static Action action() {
        return new Action(
                "InviteAccountToResourceDirectory",
                Set.of("TargetEntity", "TargetType", "Note", "ParentFolderId"),
                NAME,
                new InviteAccount());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.managed(call, NAME);
        String accountId = DirectoryParameters.accountId(call, "TargetEntity");
        if (call.world().accounts().find(accountId).isEmpty()) {
            throw new ApiError(404, "EntityNotExists.Account", "This resource directory account does not exist.");
        }
        if (new DirectoryTree(call.world()).directoryOf(accountId).isPresent()) {
            throw new ApiError(409, "EntityAlreadyExists.Account", "The account is already in a resource directory.");
        }
        String rootId = organization.directory().rootFolderId();
        Folder folder = organization.folder(
                "ParentFolderId", call.parameters().find("ParentFolderId").orElse(rootId));
        Handshake handshake = new Handshake(
                call.world().newId("h-"), organization.directory().id(), accountId, folder.id(), call.now());
        call.world().handshakes().put(handshake);
        return describe(handshake, "Pending");
    }

    static ObjectNode describe(Handshake handshake, String status) {
        ObjectNode answer = Answers.object();
        answer.putObject("Handshake")
                .put("HandshakeId", handshake.id())
                .put("ResourceDirectoryId", handshake.directoryId())
                .put("TargetEntity", handshake.accountId())
                .put("TargetType", "Account")
                .put("Status", status)
                .put("CreateTime", Answers.milliseconds(handshake.created()));
        return answer;
    }
}
