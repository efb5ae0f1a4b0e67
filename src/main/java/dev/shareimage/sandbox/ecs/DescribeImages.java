package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.Region;
import java.util.List;
import java.util.Set;

/** The images that the caller may see. */
final class DescribeImages implements Action.Handler {

    private static final String NAME = "ecs:DescribeImages";

    static Action action() {
        return new Action(
                "DescribeImages",
                Set.of(
                        "ActionType",
                        "Architecture",
                        "DryRun",
                        "Filter.N.Key",
                        "Filter.N.Value",
                        "ImageFamily",
                        "ImageId",
                        "ImageName",
                        "ImageOwnerAlias",
                        "ImageOwnerId",
                        "InstanceType",
                        "IsPublic",
                        "IsSupportCloudinit",
                        "IsSupportIoOptimized",
                        "OSType",
                        "PageNumber",
                        "PageSize",
                        "RegionId",
                        "ResourceGroupId",
                        "ShowExpired",
                        "SnapshotId",
                        "Status",
                        "Tag.N.Key",
                        "Tag.N.Value",
                        "Tag.N.key",
                        "Tag.N.value",
                        "Usable",
                        "Usage"),
                NAME,
                new DescribeImages());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "image/*"));
        ImageQuery query = ImageQuery.of(call, region);
        Page page = Page.of(call.parameters());
        Switches.endDryRun(call.parameters());
        List<Image> found = query.run();
        ObjectNode answer = Answers.object();
        page.describe(answer, found.size());
        answer.put("RegionId", region.id());
        ImageView view = new ImageView(call, region);
        ArrayNode images = Answers.wrapped(answer, "Images", "Image");
        page.of(found).forEach(image -> images.add(view.describe(image)));
        return answer;
    }
}
