package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Zone;
import java.util.Set;

/** The zones of a region. */
final class DescribeZones implements Action.Handler {

    private static final Set<String> CHARGE_TYPES = Set.of("PrePaid", "Prepaid", "PostPaid");
    private static final Set<String> SPOT_STRATEGIES = Set.of("NoSpot", "SpotWithPriceLimit", "SpotAsPriceGo");

    static Action action() {
        return new Action(
                "DescribeZones",
                Set.of("AcceptLanguage", "InstanceChargeType", "RegionId", "SpotStrategy", "Verbose"),
                "ecs:DescribeZones",
                new DescribeZones());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require("ecs:DescribeZones", "*");
        Languages.require(call.parameters());
        requireCharging(call.parameters());
        ObjectNode answer = Answers.object();
        ArrayNode zones = Answers.wrapped(answer, "Zones", "Zone");
        region.zones().forEach(zone -> describe(zones.addObject(), zone));
        return answer;
    }

    private static void requireCharging(Parameters parameters) throws ApiError {
        if (!parameters.find("InstanceChargeType").map(CHARGE_TYPES::contains).orElse(true)) {
            throw new ApiError(
                    404, "InvalidInstanceChargeType.NotFound", "The InstanceChargeType does not exist in our records");
        }
        if (!parameters.find("SpotStrategy").map(SPOT_STRATEGIES::contains).orElse(true)) {
            throw new ApiError(400, "InvalidSpotStrategy", "The specified SpotStrategy is not valid.");
        }
    }

    private static void describe(ObjectNode node, Zone zone) {
        node.put("ZoneId", zone.id()).put("LocalName", zone.name()).put("ZoneType", "AvailabilityZone");
        Answers.wrapped(node, "AvailableResourceCreation", "ResourceTypes")
                .add("VSwitch")
                .add("Instance")
                .add("Disk");
        Answers.wrapped(node, "AvailableDiskCategories", "DiskCategories")
                .add("cloud_essd")
                .add("cloud_efficiency");
        Answers.wrapped(node, "AvailableInstanceTypes", "InstanceTypes").add("ecs.g7.large");
    }
}
