package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the copy of an image, with snapshots of its own. */
final class ImageCopy {

    private final Call call;
    private final Region region;
    private final Region destination;
    private final List<Tag> tags;

    ImageCopy(Call call, Region region, Region destination, List<Tag> tags) {
        this.call = call;
        this.region = region;
        this.destination = destination;
        this.tags = tags;
    }

    /**
     * @throws ApiError 400 {@code InvalidImageName.Duplicated} when the account has an image of that name there
     */
    void requireFreeName() throws ApiError {
        Optional<String> name = call.parameters().find("DestinationImageName");
        boolean taken = name.isPresent()
                && call.world()
                        .images()
                        .under(destination.id())
                        .anyMatch(image ->
                                image.isOwnedBy(accountId()) && image.name().equals(name.get()));
        if (taken) {
            throw new ApiError(400, "InvalidImageName.Duplicated", "The destination image is exist.");
        }
    }

    Image make(Image image) {
        Parameters parameters = call.parameters();
        String id = call.world().newId("m-");
        List<ImageDisk> disks = image.disks().stream().map(this::copy).toList();
        Image copy = new Image(
                destination.id(),
                id,
                accountId(),
                null,
                parameters.find("DestinationImageName").orElse(id),
                parameters.find("DestinationDescription").orElse(null),
                null,
                "Available",
                false,
                image.productCode(),
                true,
                false,
                call.now(),
                disks,
                tags,
                List.of());
        call.world().images().put(copy);
        return copy;
    }

    private ImageDisk copy(ImageDisk disk) {
        Snapshot copy = new Snapshot(
                destination.id(),
                call.world().newId("s-"),
                accountId(),
                "copy of " + disk.snapshotId(),
                keyId(disk),
                disk.type(),
                disk.sizeGib(),
                "accomplished",
                call.now(),
                List.of());
        call.world().snapshots().put(copy);
        return new ImageDisk(disk.device(), disk.type(), disk.sizeGib(), copy.id());
    }

    private @Nullable String keyId(ImageDisk disk) {
        if (Switches.isOn(call.parameters(), "Encrypted")) {
            return call.parameters().find("KMSKeyId").orElseGet(this::serviceKeyId);
        }
        boolean sameRegion = region.equals(destination);
        Optional<Snapshot> source = call.world().snapshots().find(region.id(), disk.snapshotId());
        return source.filter(Snapshot::isEncrypted)
                .map(snapshot -> sameRegion ? snapshot.keyId() : serviceKeyId())
                .orElse(null);
    }

    private String serviceKeyId() {
        return ServiceKeys.of(call.world(), destination.id(), accountId(), call.now())
                .id();
    }

    private String accountId() {
        return call.caller().accountId();
    }
}
