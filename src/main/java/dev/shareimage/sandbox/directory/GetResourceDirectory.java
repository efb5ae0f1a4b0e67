package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Account;
import dev.shareimage.sandbox.world.Directory;
import dev.shareimage.sandbox.world.DirectoryTree;
import java.util.Set;

/** The directory that the caller's account manages or is a member of. Members may ask this, too. */
final class GetResourceDirectory implements Action.Handler {

    private static final String NAME = "resourcemanager:GetResourceDirectory";

    static Action action() {
        return new Action("GetResourceDirectory", Set.of(), NAME, new GetResourceDirectory());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        String accountId = call.caller().accountId();
        call.caller().require(NAME, "acs:resourcemanager:*:" + accountId + ":*");
        Directory directory = new DirectoryTree(call.world())
                .directoryOf(accountId)
                .orElseThrow(() -> new ApiError(
                        404,
                        "ResourceDirectoryNotInUse",
                        "The specified account is not an Alibaba Cloud account or a member account of the resource"
                                + " directory."));
        ObjectNode answer = Answers.object();
        answer.putObject("ResourceDirectory")
                .put("ResourceDirectoryId", directory.id())
                .put("RootFolderId", directory.rootFolderId())
                .put("MasterAccountId", directory.managementAccountId())
                .put("MasterAccountName", name(call, directory))
                .put("CreateTime", Answers.milliseconds(directory.created()))
                .put("ControlPolicyStatus", "Disabled")
                .put("MemberDeletionStatus", "Disabled");
        return answer;
    }

    private static String name(Call call, Directory directory) {
        return call.world()
                .accounts()
                .find(directory.managementAccountId())
                .map(Account::name)
                .orElse("");
    }
}
