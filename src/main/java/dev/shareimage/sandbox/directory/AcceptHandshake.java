package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Account;
import dev.shareimage.sandbox.world.Handshake;
import dev.shareimage.sandbox.world.Member;
import java.util.Set;

/** Joins the directory that invited the caller's account. The account has all shares of the directory at once. */
final class AcceptHandshake implements Action.Handler {

    private static final String NAME = "resourcemanager:AcceptHandshake";

    static Action action() {
        return new Action("AcceptHandshake", Set.of("HandshakeId"), NAME, new AcceptHandshake());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        String accountId = call.caller().accountId();
        call.caller().require(NAME, "acs:resourcemanager:*:" + accountId + ":*");
        Handshake handshake = call.world()
                .handshakes()
                .find(DirectoryParameters.required(call, "HandshakeId"))
                .filter(candidate -> candidate.accountId().equals(accountId))
                .orElseThrow(() -> new ApiError(404, "EntityNotExists.Handshake", "The handshake does not exist."));
        String name = call.world().accounts().find(accountId).map(Account::name).orElse("");
        call.world()
                .members()
                .put(new Member(
                        accountId,
                        handshake.directoryId(),
                        handshake.folderId(),
                        name,
                        "invited",
                        call.now(),
                        call.now()));
        call.world().handshakes().remove(handshake);
        return InviteAccount.describe(handshake, "Accepted");
    }
}
