package dev.shareimage.sandbox.ecs;

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
import org.jspecify.annotations.Nullable;

/** An instance to be made from an image, once image, zone, disks and keys allow it. */
final class Launch {

    private static final int SMALLEST_DISK = 20;

    private final Call call;
    private final Region region;
    private final Image image;
    private final List<DiskRequest> disks;

    private Launch(Call call, Region region, Image image, List<DiskRequest> disks) {
        this.call = call;
        this.region = region;
        this.image = image;
        this.disks = disks;
    }

    /**
     * @throws ApiError for the first thing that forbids it
     */
    static Launch prepare(Call call, Region region) throws ApiError {
        Image image = new Images(call, region).usable(call.parameters().get("ImageId"));
        if (!image.status().equals("Available")) {
            throw new ApiError(403, "OperationDenied.ImageNotValid", "The specified Image is disabled or is deleted.");
        }
        List<DiskRequest> disks =
                DiskRequest.of(call.parameters(), image.disks().size());
        Launch launch = new Launch(call, region, image, disks);
        launch.requireZoneAndKeys();
        return launch;
    }

    Instance make(String status) {
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
                status,
                keyId(),
                image.disks().stream().mapToInt(ImageDisk::sizeGib).findFirst().orElse(SMALLEST_DISK),
                call.now());
        call.world().instances().put(instance);
        return instance;
    }

    private void requireZoneAndKeys() throws ApiError {
        CrossAccountKeyCheck keys = new CrossAccountKeyCheck(call, region);
        boolean foreign = keys.concerns(image);
        requireZone(foreign);
        if (foreign && !disks.stream().allMatch(DiskRequest::encrypted)) {
            throw new ApiError(
                    400,
                    "InvalidParam.EncryptedMismatch",
                    "Creating encrypted disks with shared encrypted snapshots requires replacing encryption keys.");
        }
        keys.requireOwnKeys(disks, region);
        keys.requireReadable(image);
    }

    private void requireZone(boolean foreign) throws ApiError {
        Optional<String> zoneId = call.parameters().find("ZoneId");
        if (zoneId.isPresent() && !Regions.zone(region, zoneId.get()).sharesEncrypted() && foreign) {
            throw new ApiError(
                    400,
                    "InvalidZoneId.NotSupportShareEncryptedImage",
                    "Creating instances by shared encrypted images is not supported in this zone.");
        }
    }

    /** A key that was asked for, else that of the image. */
    private @Nullable String keyId() {
        DiskRequest system = disks.get(0);
        if (system.encrypted()) {
            return system.keyId()
                    .orElseGet(() -> ServiceKeys.of(
                                    call.world(), region.id(), call.caller().accountId(), call.now())
                            .id());
        }
        return new Images(call, region)
                .snapshots(image).stream().findFirst().map(Snapshot::keyId).orElse(null);
    }
}
