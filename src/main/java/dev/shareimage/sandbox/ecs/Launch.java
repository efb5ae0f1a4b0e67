package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.Instance;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instance to create from an image, after image, zone, disks and keys are checked. */
final class Launch {

    private static final int MIN_DISK_GIB = 20;

    /** A deprecated image can still be launched (vendor documentation, image attributes). */
    private static final Set<String> LAUNCHABLE = Set.of("Available", "Deprecated");

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
        Image image = image(call, region);
        if (!LAUNCHABLE.contains(image.status())) {
            throw new ApiError(403, "OperationDenied.ImageNotValid", "The specified Image is disabled or is deleted.");
        }
        List<DiskRequest> disks =
                DiskRequest.of(call.parameters(), image.disks().size());
        Launch launch = new Launch(call, region, image, disks);
        launch.requireSupport();
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
                zoneId(),
                parameters.find("InstanceType").orElse("ecs.g7.large"),
                parameters.find("InstanceName").orElse(id),
                status,
                keyId(),
                parameters.find("SystemDisk.Size").map(Integer::valueOf).orElseGet(this::sizeGib),
                call.now(),
                null,
                null);
        call.world().instances().put(instance);
        return instance;
    }

    private static Image image(Call call, Region region) throws ApiError {
        Optional<String> family = call.parameters().find("ImageFamily");
        if (family.isEmpty()) {
            return new Images(call, region).usable(call.parameters().get("ImageId"));
        }
        if (call.parameters().find("ImageId").isPresent()) {
            throw new ApiError(
                    400,
                    "UnexpectedImageFamily.ImageIdSupplied",
                    "The input parameter ImageFamily must be null when image id is set.");
        }
        return new ImageFamilies(call, region)
                .latest(family.get())
                .orElseThrow(() -> new ApiError(
                        403,
                        "InvalidImageFamily.MissingAvailableImage",
                        "There is no available image related to the specified image family."));
    }

    private void requireSupport() throws ApiError {
        if (Switches.isOn(call.parameters(), "ImageOptions.LoginAsNonRoot")) {
            throw new ApiError(
                    400, "LoginAsNonRoot.ImageNotSupport", "The specified image does not support login as non-root.");
        }
        int gib = call.parameters().integer("SystemDisk.Size", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
        if (gib < sizeGib()) {
            throw new ApiError(
                    404,
                    "InvalidSystemDiskSize.LessThanImageSize",
                    "The specified parameter SystemDisk.Size is less than the image size.");
        }
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
        requireCategory(system().encrypted() || keys.isEncrypted(image));
        keys.requireOwnKeys(disks, region, 400);
        keys.requireReadable(image);
    }

    private void requireZone(boolean foreign) throws ApiError {
        Optional<String> zoneId = call.parameters().find("ZoneId");
        if (zoneId.isEmpty()) {
            return;
        }
        Zone zone = Regions.zone(region, zoneId.get());
        if (foreign && !zone.sharesEncrypted()) {
            throw new ApiError(
                    400,
                    "InvalidZoneId.NotSupportShareEncryptedImage",
                    "Creating instances by shared encrypted images is not supported in this zone.");
        }
        if (system().encrypted() && !zone.encryptsSystemDisks()) {
            throw new ApiError(
                    400,
                    "NotSupportSnapshotEncrypted.ZoneId",
                    "The specified zone does not support creating encrypted disks with native snapshot encrypt.");
        }
    }

    private void requireCategory(boolean encrypted) throws ApiError {
        if (encrypted && !system().takesEncryption()) {
            throw new ApiError(
                    403,
                    "NotSupportSnapshotEncrypted.DiskCategory",
                    "The specified disk category does not support creating encrypted system disks or creating encrypted"
                            + " data disks from snapshots. Check the DiskCategory or Encrypted parameter, or check your"
                            + " account for default encryption settings.");
        }
    }

    /** The requested zone, or else one that supports the request. */
    private String zoneId() {
        return call.parameters()
                .find("ZoneId")
                .or(() -> region.zones().stream()
                        .filter(zone -> zone.encryptsSystemDisks() || !system().encrypted())
                        .map(Zone::id)
                        .findFirst())
                .orElse(region.zones().get(0).id());
    }

    /** The size of the image's system disk. */
    private int sizeGib() {
        return image.disks().stream().mapToInt(ImageDisk::sizeGib).findFirst().orElse(MIN_DISK_GIB);
    }

    private DiskRequest system() {
        return disks.get(0);
    }

    /** The requested key, or else that of the image. */
    private @Nullable String keyId() {
        DiskRequest system = system();
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
