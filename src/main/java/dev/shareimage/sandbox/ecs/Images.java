package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.ResourceShare;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The images of a region as one account may see them. */
final class Images {

    private final World world;
    private final Region region;
    private final String accountId;
    private final Instant now;

    Images(Call call, Region region) {
        this.world = call.world();
        this.region = region;
        this.accountId = call.caller().accountId();
        this.now = call.now();
    }

    /**
     * An image of the account's own. Images that others share with it are as unknown here as those it never saw.
     *
     * @throws ApiError 404 {@code InvalidImageId.NotFound}
     */
    Image own(String id) throws ApiError {
        return world.images()
                .find(region.id(), id)
                .filter(image -> image.isOwnedBy(accountId))
                .orElseThrow(Images::notFound);
    }

    /**
     * An image that the account may launch from: its own, a public one, or one that is shared with it now.
     *
     * @throws ApiError 404 {@code InvalidImageId.NotFound}
     */
    Image usable(String id) throws ApiError {
        return world.images()
                .find(region.id(), id)
                .filter(image -> image.isOwnedBy(accountId) || image.community() || isSharedWith(image))
                .orElseThrow(Images::notFound);
    }

    Stream<Image> all() {
        return world.images().under(region.id());
    }

    /** Those of these ids that exist, seen or unseen by the account. */
    Stream<Image> named(Set<String> ids) {
        return ids.stream().flatMap(id -> world.images().find(region.id(), id).stream());
    }

    boolean isSharedWith(Image image) {
        return image.shareWith(accountId).isPresent() || sharedByOrganization().contains(image.id());
    }

    /** The ids of the images that resource shares bring to the account now. */
    Set<String> sharedByOrganization() {
        DirectoryTree tree = new DirectoryTree(world);
        return world.resourceShares()
                .under(region.id())
                .filter(share -> isReached(share, tree))
                .flatMap(share -> entities(share, Association.Kind.RESOURCE))
                .collect(Collectors.toSet());
    }

    List<Snapshot> snapshots(Image image) {
        return image.disks().stream()
                .map(ImageDisk::snapshotId)
                .flatMap(id -> world.snapshots().find(region.id(), id).stream())
                .toList();
    }

    List<Snapshot> encryptedSnapshots(Image image) {
        return snapshots(image).stream().filter(Snapshot::isEncrypted).toList();
    }

    private boolean isReached(ResourceShare share, DirectoryTree tree) {
        return entities(share, Association.Kind.TARGET).anyMatch(target -> tree.reaches(target, accountId));
    }

    private Stream<String> entities(ResourceShare share, Association.Kind kind) {
        return share.associations().stream()
                .filter(association -> association.kind() == kind && association.isEffectiveAt(now))
                .map(Association::entityId);
    }

    private static ApiError notFound() {
        return new ApiError(404, "InvalidImageId.NotFound", "The specified ImageId does not exist.");
    }
}
