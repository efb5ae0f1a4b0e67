package dev.shareimage.app.fake;

import dev.shareimage.cloud.Image;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds images. By default, an image belongs to the caller, is available and has no disks. */
public final class ImageBuilder {

    private final ImageId id;
    private String name;
    private String ownerAlias = "self";
    private @Nullable AccountId owner = FakeCloud.OWNER;
    private String status = "Available";
    private boolean community;
    private @Nullable String productCode;
    private List<Image.Disk> disks = List.of();
    private @Nullable Integer percent;
    private Map<String, String> tags = Map.of();
    private @Nullable String family;
    private @Nullable Instant createdAt;

    private ImageBuilder(ImageId id, String name) {
        this.id = id;
        this.name = name;
    }

    public static ImageBuilder image(ImageId id) {
        return new ImageBuilder(id, "name of " + id);
    }

    public static ImageBuilder image(String id) {
        return image(new ImageId(id));
    }

    /** Copies all values of an image. */
    public static ImageBuilder like(Image image) {
        ImageBuilder builder = new ImageBuilder(image.id(), image.name())
                .owner(image.ownerAlias(), image.owner())
                .status(image.status())
                .disks(image.disks())
                .tags(image.tags())
                .family(image.family())
                .createdAt(image.createdAt());
        builder.community = image.publicImage();
        builder.productCode = image.productCode();
        builder.percent = image.percent();
        return builder;
    }

    public ImageBuilder name(String value) {
        name = value;
        return this;
    }

    /** @param alias {@code self} or {@code others} */
    public ImageBuilder owner(String alias, @Nullable AccountId account) {
        ownerAlias = alias;
        owner = account;
        return this;
    }

    public ImageBuilder status(String value) {
        status = value;
        return this;
    }

    /** Sets how much of the image is complete, in percent. */
    public ImageBuilder percent(int value) {
        percent = value;
        return this;
    }

    /** Makes the image public. */
    public ImageBuilder community() {
        community = true;
        return this;
    }

    /** Makes the image a marketplace image. */
    public ImageBuilder productCode(String value) {
        productCode = value;
        return this;
    }

    public ImageBuilder disks(List<Image.Disk> values) {
        disks = values;
        return this;
    }

    public ImageBuilder tags(Map<String, String> values) {
        tags = values;
        return this;
    }

    public ImageBuilder family(@Nullable String value) {
        family = value;
        return this;
    }

    public ImageBuilder createdAt(@Nullable Instant value) {
        createdAt = value;
        return this;
    }

    public Image build() {
        return new Image(
                id, name, ownerAlias, owner, status, community, productCode, disks, percent, tags, family, createdAt);
    }
}
