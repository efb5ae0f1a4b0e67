package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** Removes a member from the directory. It loses the shares of the directory at once. */
final class RemoveCloudAccount implements Action.Handler {

    private static final String NAME = "resourcemanager:RemoveCloudAccount";

    static Action action() {
        return new Action("RemoveCloudAccount", Set.of("AccountId"), NAME, new RemoveCloudAccount());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Organization organization = Organization.managed(call, NAME);
        call.world().members().remove(organization.member(DirectoryParameters.accountId(call, "AccountId")));
        return Answers.object();
    }
}
