package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** All aliases of the caller's account in a region. */
final class ListAliases implements Action.Handler {

    private static final String NAME = "kms:ListAliases";

    static Action action() {
        return new Action("ListAliases", Set.of("PageNumber", "PageSize"), NAME, new ListAliases());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Keys keys = new Keys(call);
        call.caller().require(NAME, keys.arn("alias/*"));
        return AliasList.answer(call, keys.all());
    }
}
