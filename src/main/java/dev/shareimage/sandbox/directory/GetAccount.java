package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.Member;
import java.util.Set;

/** One member. */
final class GetAccount implements Action.Handler {

    private static final String NAME = "resourcemanager:GetAccount";

    static Action action() {
        return new Action("GetAccount", Set.of("AccountId", "IncludeTags"), NAME, new GetAccount());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.readable(call, NAME);
        Member member = organization.member(DirectoryParameters.accountId(call, "AccountId"));
        ObjectNode answer = Answers.object();
        ObjectNode node = answer.putObject("Account");
        MemberView.describe(node, member, new DirectoryTree(call.world()));
        // a plain list here, while the calls that list accounts wrap it
        node.putArray("Tags");
        return answer;
    }
}
