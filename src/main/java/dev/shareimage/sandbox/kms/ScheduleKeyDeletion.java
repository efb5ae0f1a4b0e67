package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.time.Duration;
import java.util.Set;

/** Schedules the deletion of a key. Until then it cannot be used. */
final class ScheduleKeyDeletion implements Action.Handler {

    private static final String NAME = "kms:ScheduleKeyDeletion";
    private static final int DEFAULT_DAYS = 30;
    private static final int MIN_DAYS = 7;
    private static final int MAX_DAYS = 366;

    static Action action() {
        return new Action(
                "ScheduleKeyDeletion", Set.of("KeyId", "PendingWindowInDays"), NAME, new ScheduleKeyDeletion());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        KmsKey key = new Keys(call).require(NAME);
        int days = call.parameters().integer("PendingWindowInDays", DEFAULT_DAYS, MIN_DAYS, MAX_DAYS);
        if (key.deletionProtected()) {
            throw new ApiError(409, "Rejected.DeletionProtected", "The key is protected from deletion.");
        }
        call.world().keys().put(key.deletedAt(call.now().plus(Duration.ofDays(days))));
        return Answers.object();
    }
}
