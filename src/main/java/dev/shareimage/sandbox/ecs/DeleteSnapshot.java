package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Snapshot;
import java.util.Set;

/** Deletes a snapshot that no image uses. */
final class DeleteSnapshot implements Action.Handler {

    private static final String NAME = "ecs:DeleteSnapshot";

    static Action action() {
        return new Action(
                "DeleteSnapshot", Set.of("DryRun", "Force", "RegionId", "SnapshotId"), NAME, new DeleteSnapshot());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        String id = call.parameters().get("SnapshotId");
        String accountId = call.caller().accountId();
        call.caller().require(NAME, "acs:ecs:" + call.region() + ":" + accountId + ":snapshot/" + id);
        Snapshot snapshot = call.world()
                .snapshots()
                .find(call.region(), id)
                .filter(candidate -> candidate.ownerId().equals(accountId))
                .orElseThrow(() ->
                        new ApiError(404, "InvalidSnapshotId.NotFound", "The specified SnapshotId does not exist."));
        boolean used = call.world()
                .images()
                .under(call.region())
                .flatMap(image -> image.disks().stream())
                .anyMatch(disk -> disk.snapshotId().equals(id));
        if (used) {
            throw new ApiError(403, "SnapshotCreatedImage", "The specified snapshot has been used to create an image.");
        }
        Switches.endDryRun(call.parameters());
        call.world().snapshots().remove(snapshot);
        return Answers.object();
    }
}
