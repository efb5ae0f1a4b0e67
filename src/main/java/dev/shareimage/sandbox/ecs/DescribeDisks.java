package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;
import java.util.Set;

/** The caller's disks. In this world disks exist only as parts of their instances, so the list is empty. */
final class DescribeDisks implements Action.Handler {

    private static final String NAME = "ecs:DescribeDisks";

    static Action action() {
        return new Action(
                "DescribeDisks",
                Set.of(
                        "Category",
                        "DiskIds",
                        "DiskName",
                        "DiskType",
                        "Encrypted",
                        "InstanceId",
                        "KMSKeyId",
                        "MaxResults",
                        "NextToken",
                        "PageNumber",
                        "PageSize",
                        "RegionId",
                        "SnapshotId",
                        "Status",
                        "ZoneId"),
                NAME,
                new DescribeDisks());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "disk/*"));
        ObjectNode answer = Answers.object();
        Page.of(call.parameters()).describe(answer, 0);
        Answers.wrapped(answer, "Disks", "Disk");
        return answer;
    }
}
