package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/**
 * Accepts or rejects an invitation to a share. There are none to answer, for the reason that {@link
 * ListResourceShareInvitations} has.
 *
 * @param name the permission that it needs
 */
record AnswerInvitation(String name) implements Action.Handler {

    private static final String ID = "ResourceShareInvitationId";

    static Action accept() {
        return action("AcceptResourceShareInvitation");
    }

    static Action reject() {
        return action("RejectResourceShareInvitation");
    }

    private static Action action(String action) {
        String name = "resourcesharing:" + action;
        return new Action(action, Set.of(ID), name, new AnswerInvitation(name));
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, name, "*");
        if (!ShareErrors.required(call, ID).matches("i-[A-Za-z0-9]{1,64}")) {
            throw ShareErrors.invalid(ID);
        }
        throw new ApiError(
                409,
                "EntityNotExists.ResourceShareInvitation",
                "The resource share invitation does not exist in the current account.");
    }
}
