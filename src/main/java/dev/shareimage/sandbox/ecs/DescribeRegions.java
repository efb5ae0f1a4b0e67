package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.Set;

/** The regions of the cloud. */
final class DescribeRegions implements Action.Handler {

    private static final Set<String> CHARGE_TYPES =
            Set.of("PrePaid", "PostPaid", "SpotWithPriceLimit", "SpotAsPriceGo");
    private static final Set<String> RESOURCE_TYPES =
            Set.of("instance", "disk", "reservedinstance", "snapshot", "image", "dedicatedhost");

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
        Languages.require(call.parameters());
        requireKinds(call.parameters());
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

    private static void requireKinds(Parameters parameters) throws ApiError {
        if (!parameters.find("InstanceChargeType").map(CHARGE_TYPES::contains).orElse(true)) {
            throw new ApiError(403, "Invalid.InstanceChargeType", "The specified instanceChargeType is not valid.");
        }
        if (!parameters.find("ResourceType").map(RESOURCE_TYPES::contains).orElse(true)) {
            throw new ApiError(
                    404, "InvalidResourceType.NotFound", "The ResourceType provided does not exist in our records.");
        }
    }
}
