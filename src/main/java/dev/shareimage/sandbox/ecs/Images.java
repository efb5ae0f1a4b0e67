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
import dev.shareimage.sandbox.world.Tag;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The images of a region as an account sees them. */
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
     * An image of the account. Images that others share with it are as unknown here as images that it cannot see.
     *
     * @throws ApiError 404 {@code InvalidImageId.NotFound}
     */
    Image own(String id) throws ApiError {
        return find(id).filter(image -> image.isOwnedBy(accountId)).orElseThrow(Images::notFound);
    }

    /**
     * An image that the account may launch: its own, a public one, or one that is shared with it now.
     *
     * @throws ApiError 404 {@code InvalidImageId.NotFound}
     */
    Image usable(String id) throws ApiError {
        return find(id).filter(image -> image.isOwnedBy(accountId) || image.community() || isSharedWith(image))
                .orElseThrow(Images::notFound);
    }

    Stream<Image> all() {
        return world.images().under(region.id()).map(image -> image.asOf(now));
    }

    /** The account's own images. */
    Stream<Image> own() {
        return all().filter(image -> image.isOwnedBy(accountId));
    }

    /** Whether the account has an image of this name. */
    boolean isTaken(String name) {
        return own().anyMatch(image -> image.name().equals(name));
    }

    /** The existing images with these ids, whether the account sees them or not. */
    Stream<Image> named(Set<String> ids) {
        return ids.stream().flatMap(id -> find(id).stream());
    }

    boolean isSharedWith(Image image) {
        return image.shareWith(accountId).isPresent() || sharedByOrganization().contains(image.id());
    }

    /** The ids of the images that the account has through resource shares now. */
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

    /** Whether the image is shared, or a share is being added or removed, in any way. */
    boolean isShared(Image image) {
        return !image.shares().isEmpty()
                || world.resourceShares()
                        .under(region.id())
                        .flatMap(share -> share.associations().stream())
                        .filter(association -> association.is(Association.Kind.RESOURCE, image.id()))
                        .anyMatch(
                                association -> association.statusAt(now).isPresent() || association.isEffectiveAt(now));
    }

    /** Whether the account has instances of an image: {@code instance} or {@code none}. */
    String usage(Image image) {
        boolean used = world.instances()
                .under(region.id())
                .anyMatch(instance -> instance.imageId().equals(image.id())
                        && instance.ownerId().equals(accountId));
        return used ? "instance" : "none";
    }

    /** Tags belong to the account that set them; assumed: nobody else sees them. */
    List<Tag> visibleTags(Image image) {
        return image.isOwnedBy(accountId) || image.vendor() != null ? image.tags() : List.of();
    }

    /** Removes an image and its snapshots. */
    void removeWithSnapshots(Image image) {
        snapshots(image).forEach(world.snapshots()::remove);
        world.images().remove(image);
    }

    /** An image of the region in its present state, whoever may see it. */
    Optional<Image> find(String id) {
        return world.images().find(region.id(), id).map(image -> image.asOf(now));
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
