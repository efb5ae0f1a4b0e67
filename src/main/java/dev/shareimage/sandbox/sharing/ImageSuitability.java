package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an image cannot be shared with an organization. Assumed: that the association then fails with these reasons;
 * whether the role is looked at is not documented, and here it is not.
 */
final class ImageSuitability {

    private ImageSuitability() {}

    /** The failure reason, or null when it can be shared. */
    static @Nullable String problem(Call call, Resource resource) {
        if (!resource.type().equals("Image")) {
            return "Unavailable";
        }
        Optional<Image> image = call.world()
                .images()
                .find(call.region(), resource.id())
                .map(candidate -> candidate.asOf(call.now()))
                .filter(candidate -> candidate.isOwnedBy(call.caller().accountId()))
                .filter(candidate -> candidate.status().equals("Available"));
        if (image.isEmpty()) {
            return "Unavailable";
        }
        return image.get().community() || !canBeShared(call, image.get()) ? "UnsupportedOperation" : null;
    }

    private static boolean canBeShared(Call call, Image image) {
        List<Snapshot> encrypted = image.disks().stream()
                .flatMap(disk -> call.world().snapshots().find(image.region(), disk.snapshotId()).stream())
                .filter(Snapshot::isEncrypted)
                .toList();
        return encrypted.isEmpty()
                || image.disks().size() == 1 && regionShares(call) && hasUsableKey(call, encrypted.get(0));
    }

    private static boolean regionShares(Call call) {
        return call.world()
                .regions()
                .find(call.region())
                .filter(Region::sharesEncrypted)
                .isPresent();
    }

    private static boolean hasUsableKey(Call call, Snapshot snapshot) {
        return call.world()
                .keys()
                .find(call.region(), String.valueOf(snapshot.keyId()))
                .filter(KmsKey::isEnabled)
                .filter(key -> !key.isServiceKey())
                .isPresent();
    }
}
