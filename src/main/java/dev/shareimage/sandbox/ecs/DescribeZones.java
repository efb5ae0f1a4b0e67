package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Zone;
import java.util.Set;

/** The zones of a region. */
final class DescribeZones implements Action.Handler {

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
        ObjectNode answer = Answers.object();
        ArrayNode zones = Answers.wrapped(answer, "Zones", "Zone");
        region.zones().forEach(zone -> describe(zones.addObject(), zone));
        return answer;
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
