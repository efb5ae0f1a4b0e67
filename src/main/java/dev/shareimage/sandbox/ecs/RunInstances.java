package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.wire.Refusal;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.Instance;
import dev.shareimage.sandbox.world.Region;
import java.util.List;
import java.util.Optional;

/** Launches instances, where image, keys, disks and zone allow it. */
final class RunInstances implements Action.Handler {

    private static final String NAME = "ecs:RunInstances";
    private static final int MOST = 1000;

    static Action action() {
        return new Action("RunInstances", RunInstancesParameters.NAMES, NAME, new RunInstances());
    }

    @Override
    public ObjectNode handle(Call call) throws Refusal {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "instance/*"));
        Parameters parameters = call.parameters();
        Image image = new Images(call, region).usable(parameters.get("ImageId"));
        int amount = parameters.integer("Amount", 1, 1, MOST);
        requireLaunchable(call, region, image);
        Switches.endDryRun(parameters);
        ObjectNode answer = Answers.object();
        ArrayNode ids = Answers.wrapped(answer, "InstanceIdSets", "InstanceIdSet");
        for (int i = 0; i < amount; i++) {
            ids.add(launch(call, region, image).id());
        }
        return answer;
    }

    private static void requireLaunchable(Call call, Region region, Image image) throws Refusal {
        if (!image.status().equals("Available")) {
            throw new Refusal(403, "OperationDenied.ImageNotValid", "The specified Image is disabled or is deleted.");
        }
        ForeignKeyUse keys = new ForeignKeyUse(call, region);
        List<DiskRequest> disks =
                DiskRequest.of(call.parameters(), image.disks().size());
        boolean foreign = keys.concerns(image);
        requireZone(call, region, foreign);
        if (foreign && !disks.stream().allMatch(DiskRequest::encrypted)) {
            throw new Refusal(
                    400,
                    "InvalidParam.EncryptedMismatch",
                    "Creating encrypted disks with shared encrypted snapshots requires replacing encryption keys.");
        }
        keys.requireOwnKeys(disks, region);
        keys.requireReadable(image);
    }

    private static void requireZone(Call call, Region region, boolean foreign) throws Refusal {
        Optional<String> zoneId = call.parameters().find("ZoneId");
        if (zoneId.isPresent() && !Regions.zone(region, zoneId.get()).sharesEncrypted() && foreign) {
            throw new Refusal(
                    400,
                    "InvalidZoneId.NotSupportShareEncryptedImage",
                    "Creating instances by shared encrypted images is not supported in this zone.");
        }
    }

    private static Instance launch(Call call, Region region, Image image) {
        Parameters parameters = call.parameters();
        String id = call.world().newId("i-");
        Instance instance = new Instance(
                region.id(),
                id,
                call.caller().accountId(),
                image.id(),
                parameters.find("ZoneId").orElse(region.zones().get(0).id()),
                parameters.find("InstanceType").orElse("ecs.g7.large"),
                parameters.find("InstanceName").orElse(id),
                call.now());
        call.world().instances().put(instance);
        return instance;
    }
}
