package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;
import java.util.Set;

/** The newest available image of a family. Assumed: without one, the answer lacks {@code Image}. */
final class DescribeImageFromFamily implements Action.Handler {

    private static final String NAME = "ecs:DescribeImageFromFamily";

    static Action action() {
        return new Action(
                "DescribeImageFromFamily", Set.of("ImageFamily", "RegionId"), NAME, new DescribeImageFromFamily());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        String family = call.parameters().get("ImageFamily");
        call.caller().require(NAME, Regions.resource(call, region, "image/*"));
        ObjectNode answer = Answers.object();
        ImageView view = new ImageView(call, region);
        new ImageFamilies(call, region).latest(family).ifPresent(image -> answer.set("Image", view.describe(image)));
        return answer;
    }
}
