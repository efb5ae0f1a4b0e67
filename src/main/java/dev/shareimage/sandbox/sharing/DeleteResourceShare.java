package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association.Status;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.Set;

/** Deletes a share and, at once, the access that it gave. The share is listed for some time. */
final class DeleteResourceShare implements Action.Handler {

    private static final String NAME = "resourcesharing:DeleteResourceShare";

    static Action action() {
        return new Action("DeleteResourceShare", Set.of("ResourceShareId"), NAME, new DeleteResourceShare());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(
                call, NAME, call.parameters().find("ResourceShareId").orElse("*"));
        ResourceShare share = ShareParameters.ownShare(call);
        boolean unfinished = share.associations().stream()
                .map(association -> association.statusAt(call.now()))
                .anyMatch(status -> status == Status.ASSOCIATING || status == Status.DISASSOCIATING);
        if (unfinished) {
            throw new ApiError(
                    409,
                    "DeleteResourceShareConflict",
                    "You cannot delete a resource share while there are unfinished tasks.");
        }
        call.world().resourceShares().put(share.deletedAt(call.now()));
        return Answers.object();
    }
}
