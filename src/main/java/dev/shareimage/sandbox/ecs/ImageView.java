package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageCopying;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.Tag;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image as answers show it to one account. */
final class ImageView {

    private static final int MADE_OF_THE_SEED = 47;

    private final World world;
    private final Region region;
    private final Images images;
    private final String accountId;
    private final Instant now;

    ImageView(Call call, Region region) {
        this.world = call.world();
        this.region = region;
        this.images = new Images(call, region);
        this.accountId = call.caller().accountId();
        this.now = call.now();
    }

    ObjectNode describe(Image image) {
        ObjectNode node = Answers.object();
        describeOrigin(node, image);
        describeState(node, image);
        describeSystem(node, image);
        describeDisks(Answers.wrapped(node, "DiskDeviceMappings", "DiskDeviceMapping"), image);
        describeTags(Answers.wrapped(node, "Tags", "Tag"), images.visibleTags(image));
        return node;
    }

    private void describeOrigin(ObjectNode node, Image image) {
        node.put("ImageId", image.id())
                .put("ImageName", image.name())
                .put("Description", textOf(image.description()))
                .put("ImageFamily", textOf(ImageFamilies.nameOf(image, accountId)))
                .put("ImageVersion", "")
                .put("ImageOwnerAlias", OwnerAlias.of(image, accountId));
        if (!world.imageSettings().hidesOwnerId()) {
            node.put("ImageOwnerId", Long.parseLong(image.ownerId()));
        }
    }

    private void describeState(ObjectNode node, Image image) {
        node.put("Status", image.status())
                .put("Progress", percent(image) + "%")
                .put("CreationTime", Answers.seconds(image.created()))
                .put(
                        "Size",
                        image.disks().stream()
                                .mapToInt(ImageDisk::sizeGib)
                                .max()
                                .orElse(20))
                .put("IsCopied", image.copy() != null)
                .put("IsPublic", image.community())
                .put(
                        "IsSelfShared",
                        image.isOwnedBy(accountId) && !image.shares().isEmpty() ? "True" : "")
                .put("IsSubscribed", false)
                .put("ProductCode", textOf(image.productCode()))
                .put("Usage", images.usage(image));
    }

    private int percent(Image image) {
        ImageCopying copy = image.copy();
        if (copy != null) {
            return copy.percentAt(now);
        }
        return image.status().equals(ImageCopying.CREATING) ? MADE_OF_THE_SEED : 100;
    }

    private static void describeSystem(ObjectNode node, Image image) {
        node.put("Architecture", "x86_64")
                .put("OSType", "linux")
                .put("OSName", "Alibaba Cloud Linux 3.2104 LTS 64 bit")
                .put("OSNameEn", "Alibaba Cloud Linux 3.2104 LTS 64 bit")
                .put("Platform", "Aliyun")
                .put("BootMode", "BIOS")
                .put("IsSupportCloudinit", true)
                .put("IsSupportIoOptimized", true)
                .put("Usable", ImageQuery.isUsable(image));
        node.putObject("Features").put("NvmeSupport", "supported");
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
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
            if (!image.hidesEncryption() && !world.imageSettings().hidesEncryption()) {
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
