package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.quotas.QuotaLimits;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Hints;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageCopying;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.ImageSettings;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A copy of an image, with its own snapshots. It exists from the call on. */
final class ImageCopy {

    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

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
     * The image of an earlier call with the same {@code ClientToken}.
     *
     * @throws ApiError 400 {@code IdempotenceParamNotMatch} if that call had other parameters
     */
    Optional<Image> repeated() throws ApiError {
        Optional<String> token = call.parameters().find("ClientToken");
        if (token.isEmpty()) {
            return Optional.empty();
        }
        Optional<Image> earlier = new Images(call, destination)
                .own()
                .filter(image ->
                        image.copy() != null && token.get().equals(image.copy().clientToken()))
                .findFirst();
        if (earlier.map(Image::copy)
                .filter(copy -> !copy.request().equals(request()))
                .isPresent()) {
            throw new ApiError(
                    400,
                    "IdempotenceParamNotMatch",
                    "Request uses a client token in a previous request but is not identical to that request.");
        }
        return earlier;
    }

    /**
     * @throws ApiError 400 {@code InvalidImageName.Duplicated} if the account has an image with that name there,
     *     403 {@code QuotaExceed.Image} if its quota is used up
     */
    void requireRoom() throws ApiError {
        Images there = new Images(call, destination);
        if (call.parameters()
                .find("DestinationImageName")
                .filter(there::isTaken)
                .isPresent()) {
            throw new ApiError(400, "InvalidImageName.Duplicated", "The destination image is exist.");
        }
        if (there.own().count() >= QuotaLimits.customImages(call.world(), destination.id(), accountId())) {
            throw new ApiError(403, "QuotaExceed.Image", "The Image Quota exceeds.");
        }
    }

    Image make(Image image) {
        Parameters parameters = call.parameters();
        String id = call.world().newId("m-");
        ImageCopying copying = copying(image);
        List<ImageDisk> disks = image.disks().stream().map(this::copy).toList();
        Image copy = new Image(
                destination.id(),
                id,
                accountId(),
                null,
                parameters.find("DestinationImageName").orElse(id),
                parameters.find("DestinationDescription").orElse(null),
                null,
                ImageCopying.CREATING,
                false,
                image.productCode(),
                copying,
                false,
                call.now(),
                disks,
                tags,
                List.of());
        call.world().images().put(copy);
        return copy;
    }

    private ImageCopying copying(Image image) {
        ImageSettings settings = call.world().imageSettings();
        String outcome = call.hints().getOrDefault(Hints.IMAGE_COPY, settings.copiesFail() ? "fail" : "succeed");
        Instant start = new CopyQueue(call, destination).nextStart();
        return new ImageCopying(
                region.id(),
                image.id(),
                call.parameters().find("ClientToken").orElse(null),
                request(),
                start,
                outcome.equals("hang") ? NEVER : start.plusMillis(settings.copyMillis()),
                outcome.equals("fail"));
    }

    /** The parameters that a repeated call must also have. */
    private String request() {
        Map<String, String> parameters = new TreeMap<>(call.parameters().values());
        parameters.keySet().removeAll(Set.of("ClientToken", "DryRun"));
        return parameters.toString();
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
