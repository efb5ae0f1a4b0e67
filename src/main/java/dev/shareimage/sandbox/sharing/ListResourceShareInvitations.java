package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/**
 * The invitations to shares. There are none, because they exist only outside of the own organization, where images
 * cannot be shared.
 */
final class ListResourceShareInvitations implements Action.Handler {

    private static final String NAME = "resourcesharing:ListResourceShareInvitations";
    private static final String IDS = "ResourceShareInvitationIds";

    static Action action() {
        return new Action(
                "ListResourceShareInvitations",
                Set.of("MaxResults", "NextToken", "ResourceShareIds.N", IDS + ".N"),
                NAME,
                new ListResourceShareInvitations());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        Slice slice = Slice.of(call.parameters(), ListResourceShares.DEFAULT_SIZE);
        ShareParameters.shareIds(call);
        ShareParameters.few(call.parameters(), IDS, "i-[A-Za-z0-9]{1,64}");
        ObjectNode answer = Answers.object();
        slice.describe(answer, 0);
        answer.putArray("ResourceShareInvitations");
        return answer;
    }
}
