package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import java.util.List;
import java.util.Set;

/** The snapshots of the caller's account; those of other accounts are invisible, also under an image they share. */
final class DescribeSnapshots implements Action.Handler {

    private static final String NAME = "ecs:DescribeSnapshots";

    static Action action() {
        return new Action(
                "DescribeSnapshots",
                Set.of(
                        "Category",
                        "DiskId",
                        "DryRun",
                        "Encrypted",
                        "Filter.N.Key",
                        "Filter.N.Value",
                        "InstanceId",
                        "KMSKeyId",
                        "MaxResults",
                        "NextToken",
                        "PageNumber",
                        "PageSize",
                        "RegionId",
                        "ResourceGroupId",
                        "SnapshotIds",
                        "SnapshotLinkId",
                        "SnapshotName",
                        "SnapshotType",
                        "SourceDiskType",
                        "Status",
                        "Tag.N.Key",
                        "Tag.N.Value",
                        "Tag.N.key",
                        "Tag.N.value",
                        "Usage"),
                NAME,
                new DescribeSnapshots());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "snapshot/*"));
        Parameters parameters = call.parameters();
        SnapshotQuery query = SnapshotQuery.of(parameters);
        Switches.endDryRun(parameters);
        List<Snapshot> found = call.world()
                .snapshots()
                .under(region.id())
                .filter(snapshot -> snapshot.ownerId().equals(call.caller().accountId()))
                .filter(query::matches)
                .toList();
        return answer(parameters, region, found);
    }

    private static ObjectNode answer(Parameters parameters, Region region, List<Snapshot> found) throws ApiError {
        ObjectNode answer = Answers.object();
        ArrayNode nodes = Answers.wrapped(answer, "Snapshots", "Snapshot");
        TokenOrPage.of(parameters, found, answer).forEach(snapshot -> describe(nodes.addObject(), region, snapshot));
        return answer;
    }

    private static void describe(ObjectNode node, Region region, Snapshot snapshot) {
        node.put("SnapshotId", snapshot.id())
                .put("SnapshotName", snapshot.name())
                .put("RegionId", region.id())
                .put("Status", snapshot.status())
                .put("Progress", snapshot.status().equals("accomplished") ? "100%" : "40%")
                .put("Available", snapshot.status().equals("accomplished"))
                .put("Encrypted", snapshot.isEncrypted())
                .put("KMSKeyId", snapshot.keyId() == null ? "" : snapshot.keyId())
                .put("SourceDiskId", "")
                .put("SourceDiskSize", Integer.toString(snapshot.sizeGib()))
                .put("SourceDiskType", snapshot.diskType())
                .put("SnapshotType", "user")
                .put("Category", "Standard")
                .put("Usage", "image")
                .put("CreationTime", Answers.seconds(snapshot.created()))
                .put("LastModifiedTime", Answers.seconds(snapshot.created()))
                .put("ProductCode", "")
                .put("Description", "");
        ImageView.describeTags(Answers.wrapped(node, "Tags", "Tag"), snapshot.tags());
    }
}
