package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.List;
import java.util.Set;

/** The aliases of one key. */
final class ListAliasesByKeyId implements Action.Handler {

    private static final String NAME = "kms:ListAliasesByKeyId";

    static Action action() {
        return new Action(
                "ListAliasesByKeyId", Set.of("KeyId", "PageNumber", "PageSize"), NAME, new ListAliasesByKeyId());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        return AliasList.answer(call, List.of(new Keys(call).require(NAME)));
    }
}
