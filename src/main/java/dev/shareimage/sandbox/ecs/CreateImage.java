package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.Instance;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates an image of one disk, from an instance or from a snapshot of its system disk. It is available at once. */
final class CreateImage implements Action.Handler {

    private static final String NAME = "ecs:CreateImage";

    static Action action() {
        return new Action(
                "CreateImage",
                Set.of(
                        "Architecture",
                        "ClientToken",
                        "Description",
                        "DiskDeviceMapping.N.Device",
                        "DiskDeviceMapping.N.DiskType",
                        "DiskDeviceMapping.N.Size",
                        "DiskDeviceMapping.N.SnapshotId",
                        "ImageFamily",
                        "ImageName",
                        "ImageVersion",
                        "InstanceId",
                        "Platform",
                        "RegionId",
                        "ResourceGroupId",
                        "SnapshotId",
                        "Tag.N.Key",
                        "Tag.N.Value"),
                NAME,
                new CreateImage());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "image/*"));
        Parameters parameters = call.parameters();
        requireNames(call, region);
        Snapshot snapshot = parameters.find("InstanceId").isPresent()
                ? ofInstance(call, region, parameters.get("InstanceId"))
                : ofSnapshot(call, region, parameters.get("SnapshotId"));
        String id = call.world().newId("m-");
        call.world()
                .images()
                .put(new Image(
                        region.id(),
                        id,
                        call.caller().accountId(),
                        null,
                        parameters.find("ImageName").orElse(id),
                        parameters.find("Description").orElse(null),
                        parameters.find("ImageFamily").orElse(null),
                        "Available",
                        false,
                        null,
                        null,
                        false,
                        call.now(),
                        List.of(new ImageDisk("/dev/xvda", "system", snapshot.sizeGib(), snapshot.id())),
                        TagList.of(parameters),
                        List.of()));
        return Answers.object().put("ImageId", id);
    }

    private static void requireNames(Call call, Region region) throws ApiError {
        Optional<String> name = call.parameters().find("ImageName");
        ImageNames.requireName(name, "The specified Image name is wrongly formed.");
        ImageNames.requireDescription(
                call.parameters().find("Description"), "The specified description is wrongly formed.");
        if (name.filter(new Images(call, region)::isTaken).isPresent()) {
            throw new ApiError(400, "InvalidImageName.Duplicated", "The specified Image name has already existed.");
        }
        Optional<String> family = call.parameters().find("ImageFamily");
        if (family.isPresent()) {
            new ImageFamilies(call, region).requireRoom(family.get());
        }
    }

    private static Snapshot ofSnapshot(Call call, Region region, String id) throws ApiError {
        return call.world()
                .snapshots()
                .find(region.id(), id)
                .filter(snapshot -> snapshot.ownerId().equals(call.caller().accountId()))
                .orElseThrow(() ->
                        new ApiError(404, "InvalidSnapshotId.NotFound", "The specified SnapshotId does not exist."));
    }

    private static Snapshot ofInstance(Call call, Region region, String id) throws ApiError {
        Instance instance = new Instances(call)
                .all()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ApiError(404, "InvalidInstanceId.NotFound", "The specified InstanceId does not exist."));
        Snapshot snapshot = new Snapshot(
                region.id(),
                call.world().newId("s-"),
                call.caller().accountId(),
                "of " + instance.id(),
                instance.keyId(),
                "system",
                instance.sizeGib(),
                "accomplished",
                call.now(),
                List.of());
        call.world().snapshots().put(snapshot);
        return snapshot;
    }
}
