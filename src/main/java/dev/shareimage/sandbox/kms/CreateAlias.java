package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.Set;

/** Adds an alias to a key. */
final class CreateAlias implements Action.Handler {

    private static final String NAME = "kms:CreateAlias";

    static Action action() {
        return new Action("CreateAlias", Set.of("AliasName", "KeyId"), NAME, new CreateAlias());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Keys keys = new Keys(call);
        KmsKey key = keys.require(NAME);
        String alias = call.parameters().get("AliasName");
        if (!alias.matches("alias/(?!acs/)[A-Za-z0-9_/-]{1,240}")) {
            throw new ApiError(400, "InvalidParameter", "The specified parameter is not valid.");
        }
        if (keys.all().stream().anyMatch(other -> other.aliases().contains(alias))) {
            throw new ApiError(409, "Rejected.AlreadyExists", "The specified alias already exists.");
        }
        call.world().keys().put(key.withAlias(alias));
        return Answers.object();
    }
}
