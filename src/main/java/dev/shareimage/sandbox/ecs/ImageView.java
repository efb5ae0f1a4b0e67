package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.Tag;
import dev.shareimage.sandbox.world.World;
import java.util.List;

/** An image as answers show it to one account. */
final class ImageView {

    private final World world;
    private final Region region;
    private final String accountId;

    ImageView(Call call, Region region) {
        this.world = call.world();
        this.region = region;
        this.accountId = call.caller().accountId();
    }

    void describe(ObjectNode node, Image image) {
        node.put("ImageId", image.id())
                .put("ImageName", image.name())
                .put("Description", image.description() == null ? "" : image.description())
                .put("ImageFamily", image.family() == null ? "" : image.family())
                .put("ImageVersion", "")
                .put("ImageOwnerAlias", OwnerAlias.of(image, accountId))
                .put("ImageOwnerId", Long.parseLong(image.ownerId()))
                .put("Status", image.status())
                .put("Progress", image.status().equals("Creating") ? "47%" : "100%")
                .put("CreationTime", Answers.seconds(image.created()))
                .put(
                        "Size",
                        image.disks().stream()
                                .mapToInt(ImageDisk::sizeGib)
                                .max()
                                .orElse(20))
                .put("IsCopied", image.copied())
                .put("IsPublic", image.community())
                .put(
                        "IsSelfShared",
                        image.isOwnedBy(accountId) && !image.shares().isEmpty() ? "True" : "")
                .put("IsSubscribed", false)
                .put("ProductCode", image.productCode() == null ? "" : image.productCode())
                .put("Usage", "none");
        describeSystem(node);
        describeDisks(Answers.wrapped(node, "DiskDeviceMappings", "DiskDeviceMapping"), image);
        describeTags(Answers.wrapped(node, "Tags", "Tag"), image.tags());
    }

    private static void describeSystem(ObjectNode node) {
        node.put("Architecture", "x86_64")
                .put("OSType", "linux")
                .put("OSName", "Alibaba Cloud Linux 3.2104 LTS 64 bit")
                .put("OSNameEn", "Alibaba Cloud Linux 3.2104 LTS 64 bit")
                .put("Platform", "Aliyun")
                .put("BootMode", "BIOS")
                .put("IsSupportCloudinit", true)
                .put("IsSupportIoOptimized", true)
                .put("Usable", true);
        node.putObject("Features").put("NvmeSupport", "supported");
    }

    private void describeDisks(ArrayNode nodes, Image image) {
        for (ImageDisk disk : image.disks()) {
            ObjectNode node = nodes.addObject()
                    .put("Device", disk.device())
                    .put("Type", disk.type())
                    .put("Size", Integer.toString(disk.sizeGib()))
                    .put("SnapshotId", disk.snapshotId())
                    .put("Format", "")
                    .put("ImportOSSBucket", "")
                    .put("ImportOSSObject", "");
            if (!image.hidesEncryption()) {
                node.put("Encrypted", isEncrypted(disk));
            }
        }
    }

    private boolean isEncrypted(ImageDisk disk) {
        return world.snapshots()
                .find(region.id(), disk.snapshotId())
                .filter(Snapshot::isEncrypted)
                .isPresent();
    }

    static void describeTags(ArrayNode nodes, List<Tag> tags) {
        tags.forEach(tag -> nodes.addObject().put("TagKey", tag.key()).put("TagValue", tag.value()));
    }
}
