package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** The regions of the cloud. */
final class DescribeRegions implements Action.Handler {

    static Action action() {
        return new Action(
                "DescribeRegions",
                Set.of("AcceptLanguage", "InstanceChargeType", "ResourceType", "RegionId"),
                "ecs:DescribeRegions",
                new DescribeRegions());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        call.caller().require("ecs:DescribeRegions", "*");
        ObjectNode answer = Answers.object();
        ArrayNode regions = Answers.wrapped(answer, "Regions", "Region");
        call.world().regions().stream()
                .forEach(region -> regions.addObject()
                        .put("RegionId", region.id())
                        .put("LocalName", region.name())
                        .put("RegionEndpoint", region.endpoint())
                        .put("Status", "available"));
        return answer;
    }
}
