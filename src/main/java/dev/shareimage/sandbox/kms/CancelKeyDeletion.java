package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.Set;

/** Cancels the deletion of a key, which is enabled again. */
final class CancelKeyDeletion implements Action.Handler {

    private static final String NAME = "kms:CancelKeyDeletion";

    static Action action() {
        return new Action("CancelKeyDeletion", Set.of("KeyId"), NAME, new CancelKeyDeletion());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        KmsKey key = new Keys(call).require(NAME);
        if (key.deletionDate() == null) {
            throw new ApiError(
                    409, "Rejected." + key.state(), "This key is not in a state in which the operation is allowed.");
        }
        call.world().keys().put(key.kept());
        return Answers.object();
    }
}
