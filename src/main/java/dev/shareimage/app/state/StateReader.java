package dev.shareimage.app.state;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.state.DirectoryStateReader.DirectoryReading;
import dev.shareimage.app.state.DirectoryStateReader.Purpose;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the present state in as few round trips as possible: image, then snapshots and role, then key. Nothing is read
 * twice, and RAM is called only after an image needs the key.
 */
public final class StateReader {

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;
    private final RoleStateReader role;
    private final KeyReader keys;
    private final ResourceShareReader resourceShares;

    /** For all images of the region. */
    public static StateReader ofAll(Cloud cloud, Parallel parallel, RegionId region) {
        return new StateReader(cloud, parallel, region, Integer.MAX_VALUE);
    }

    /** One for the images of each region. */
    public static Map<RegionId, StateReader> ofEach(
            Cloud cloud, Parallel parallel, Map<RegionId, List<ImageRef>> images) {
        Map<RegionId, StateReader> readers = new HashMap<>();
        images.forEach((region, some) -> readers.put(region, new StateReader(cloud, parallel, region, some.size())));
        return readers;
    }

    /** For one image or none. */
    public StateReader(Cloud cloud, Parallel parallel, RegionId region) {
        this(cloud, parallel, region, 1);
    }

    /**
     *
     * @param images the number of images that will be read
     */
    public StateReader(Cloud cloud, Parallel parallel, RegionId region, int images) {
        this(cloud, parallel, region, images, new RoleStateReader(cloud, parallel));
    }

    /**
     *
     * @param images the number of images that will be read
     * @param role the reader of the role, which is shared with the readers of other regions because the role is global
     */
    StateReader(Cloud cloud, Parallel parallel, RegionId region, int images, RoleStateReader role) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
        this.role = role;
        this.keys = new KeyReader(cloud, parallel, region);
        this.resourceShares = new ResourceShareReader(cloud, parallel, region, images);
    }

    /**
     * Reads an image and its holders, without keys and role.
     *
     * @param seen the image if it was already read, or null
     */
    public CompletableFuture<ImageState> withShares(ImageId id, @Nullable Image seen) {
        CompletableFuture<ReadResult<List<ImageShare>>> shares =
                parallel.read(() -> cloud.imageShares().of(region, id));
        CompletableFuture<ReadResult<List<Association>>> groups = resourceShares.of(id);
        return describe(id, seen)
                .thenCompose(found -> untold(found)
                        .thenCombine(shares, (snapshots, accounts) -> Map.entry(snapshots, accounts))
                        .thenCombine(
                                groups,
                                (both, targets) -> new ImageState(
                                        ref(id),
                                        found,
                                        both.getValue(),
                                        targets,
                                        both.getKey(),
                                        List.of(),
                                        Optional.empty())));
    }

    /** The same, and if the region does not have the image, another one that does. */
    public CompletableFuture<ImageState> withSharesOrElsewhere(ImageId id, @Nullable Image seen) {
        return withShares(id, seen).thenCompose(this::orElsewhere);
    }

    /**
     * Whether the image was deleted after it was listed. It is looked for again, because a single list without it
     * proves nothing.
     */
    public boolean isGone(ImageState image) throws CloudException {
        CloudException failure = image.shares().failure();
        return failure != null
                && failure.kind() == CloudException.Kind.NOT_FOUND
                && Parallel.await(parallel.read(() -> cloud.images().find(region, image.id())))
                        .require()
                        .isEmpty();
    }

    /** The snapshots of an image, if its description does not say whether it is encrypted. */
    private CompletableFuture<ReadResult<List<Snapshot>>> untold(ReadResult<Optional<Image>> image) {
        Optional<Image> found = image.known().flatMap(present -> present);
        return found.isEmpty() || found.get().encrypted().isPresent()
                ? CompletableFuture.completedFuture(ReadResult.unread())
                : readSnapshots(found.get());
    }

    /**
     * Reads the caller and the targets, and starts to read the role, for commands without images.
     *
     * @throws CloudException if a target cannot be resolved, or the run is interrupted
     */
    public ObservedState takeRole(TargetQuery targets) throws CloudException {
        role.start();
        CompletableFuture<ReadResult<CallerIdentity>> caller =
                parallel.read(() -> cloud.identity().caller());
        DirectoryReading directory = new DirectoryStateReader(cloud, parallel, region).read(targets, Purpose.TRUST);
        return new ObservedState(
                region,
                Parallel.await(caller),
                directory.targets().apply(targets),
                List.of(),
                null,
                ReadResult.of(OptionalInt.empty()),
                directory.state());
    }

    /** The role alone. */
    public RoleState role() throws CloudException {
        return Parallel.await(role.start());
    }

    /** Starts to read the role, even if no image needs it. */
    public CompletableFuture<RoleState> roleLater() {
        return role.start();
    }

    /** Snapshots and keys depend on it, so it does not wait for lists that nothing depends on. */
    private CompletableFuture<ReadResult<Optional<Image>>> describe(ImageId id, @Nullable Image seen) {
        return seen == null
                ? parallel.readNext(() -> cloud.images().find(region, id))
                : CompletableFuture.completedFuture(ReadResult.of(Optional.of(seen)));
    }

    private ImageRef ref(ImageId id) {
        return new ImageRef(region, id);
    }

    /**
     * Reads an image with everything that belongs to it.
     *
     * @param seen the image if it was already read, or null
     */
    CompletableFuture<ImageState> image(ImageId id, @Nullable Image seen) {
        CompletableFuture<ReadResult<List<ImageShare>>> shares =
                parallel.read(() -> cloud.imageShares().of(region, id));
        CompletableFuture<ReadResult<List<Association>>> groups = resourceShares.of(id);
        return describe(id, seen)
                .thenCompose(image -> snapshots(image)
                        .thenCompose(snapshots -> keys.of(snapshots)
                                .thenCombine(shares, (keyStates, accounts) -> Map.entry(keyStates, accounts))
                                .thenCombine(
                                        groups,
                                        (both, targets) -> new ImageState(
                                                ref(id),
                                                image,
                                                both.getValue(),
                                                targets,
                                                snapshots,
                                                both.getKey(),
                                                Optional.empty()))
                                .thenCompose(this::orElsewhere)
                                .thenCompose(this::withRole)));
    }

    /** The same with the region that has the image, if this one does not. */
    CompletableFuture<ImageState> orElsewhere(ImageState state) {
        return new Elsewhere(cloud, parallel, region)
                .of(state.id(), state.image())
                .thenApply(state::foundIn);
    }

    private CompletableFuture<ReadResult<List<Snapshot>>> snapshots(ReadResult<Optional<Image>> image) {
        Optional<Image> found = image.known().flatMap(present -> present);
        boolean plain =
                found.flatMap(Image::encrypted).map(encrypted -> !encrypted).orElse(false);
        if (found.isEmpty() || plain) {
            return CompletableFuture.completedFuture(ReadResult.of(List.of()));
        }
        if (found.get().encrypted().isPresent()) {
            role.start();
        }
        return readSnapshots(found.get());
    }

    private CompletableFuture<ReadResult<List<Snapshot>>> readSnapshots(Image image) {
        return image.snapshotIds().isEmpty()
                ? CompletableFuture.completedFuture(ReadResult.of(List.of()))
                : parallel.readNext(() -> cloud.images().snapshots(region, image.snapshotIds()));
    }

    /** Reads a key with everything that matters, by its id or an alias. */
    public CompletableFuture<KeyState> keyState(KeyId id) {
        return keys.read(id);
    }

    private CompletableFuture<ImageState> withRole(ImageState state) {
        return state.needsKey() ? role.start().thenApply(started -> state) : CompletableFuture.completedFuture(state);
    }
}
