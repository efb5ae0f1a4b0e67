package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** Describes one key. */
final class DescribeKey implements Action.Handler {

    private static final String NAME = "kms:DescribeKey";

    static Action action() {
        return new Action("DescribeKey", Set.of("KeyId"), NAME, new DescribeKey());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        return KeyView.answer(new Keys(call).require(NAME));
    }
}
