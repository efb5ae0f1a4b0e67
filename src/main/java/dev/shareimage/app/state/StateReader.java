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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the present state in as few round trips as possible: image, then snapshots and role, then key. Nothing is read
 * twice, and RAM is called only after an image needs the key.
 */
public final class StateReader {

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;
    private final List<ImageId> asked;
    private final Map<ImageRef, Image> seen;
    private final RoleStateReader role;
    private final SnapshotReader snapshots;
    private final ImageLookup images;
    private final KeyReader keys;
    private final ResourceShareReader resourceShares;

    /** For all images of the region, which are passed in page by page. */
    public static StateReader ofAll(Cloud cloud, Parallel parallel, RegionId region) {
        return new StateReader(
                cloud,
                parallel,
                region,
                List.of(),
                Map.of(),
                new RoleStateReader(cloud, parallel),
                new ResourceShareReader(cloud, parallel, region, Integer.MAX_VALUE));
    }

    /** For no image. */
    public StateReader(Cloud cloud, Parallel parallel, RegionId region) {
        this(cloud, parallel, region, List.of());
    }

    /** @param asked the images that will be read */
    public StateReader(Cloud cloud, Parallel parallel, RegionId region, List<ImageId> asked) {
        this(cloud, parallel, region, asked, Map.of(), new RoleStateReader(cloud, parallel));
    }

    /**
     * @param asked the images that will be read
     * @param seen images that were already read
     * @param role the reader of the role, which is shared with the readers of other regions because the role is global
     */
    StateReader(
            Cloud cloud,
            Parallel parallel,
            RegionId region,
            List<ImageId> asked,
            Map<ImageRef, Image> seen,
            RoleStateReader role) {
        this(
                cloud,
                parallel,
                region,
                asked,
                seen,
                role,
                new ResourceShareReader(cloud, parallel, region, asked.size()));
    }

    private StateReader(
            Cloud cloud,
            Parallel parallel,
            RegionId region,
            List<ImageId> asked,
            Map<ImageRef, Image> seen,
            RoleStateReader role,
            ResourceShareReader resourceShares) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
        this.asked = asked;
        this.seen = seen;
        this.role = role;
        this.snapshots = new SnapshotReader(cloud, parallel, region);
        List<ImageId> unseen =
                asked.stream().filter(id -> !seen.containsKey(ref(id))).toList();
        this.images = new ImageLookup(cloud, parallel, region, unseen, snapshots);
        this.keys = new KeyReader(cloud, parallel, region);
        this.resourceShares = resourceShares;
    }

    /** Reads the images and their holders, without keys and role. */
    public List<CompletableFuture<ImageState>> withShares() {
        return snapshots.together(
                () -> asked.stream().map(id -> state(id, describe(id), false)).toList());
    }

    /** The same for images that were already read. */
    public List<CompletableFuture<ImageState>> withShares(List<Image> page) {
        return snapshots.together(() -> page.stream()
                .map(image -> state(image.id(), known(image), false))
                .toList());
    }

    /** The same, and if the region does not have an image, another one that does. */
    public List<CompletableFuture<ImageState>> withSharesOrElsewhere() {
        return withShares().stream()
                .map(state -> state.thenCompose(this::orElsewhere))
                .toList();
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
                : snapshots.of(found.get().snapshotIds());
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

    private CompletableFuture<ReadResult<Optional<Image>>> describe(ImageId id) {
        Image image = seen.get(ref(id));
        return image == null ? images.of(id) : known(image);
    }

    private static CompletableFuture<ReadResult<Optional<Image>>> known(Image image) {
        return CompletableFuture.completedFuture(ReadResult.of(Optional.of(image)));
    }

    private ImageRef ref(ImageId id) {
        return new ImageRef(region, id);
    }

    /** Reads the images with everything that belongs to them. */
    List<CompletableFuture<ImageState>> images() {
        return snapshots.together(() -> asked.stream()
                .map(id -> state(id, describe(id), true)
                        .thenCompose(this::orElsewhere)
                        .thenCompose(this::withRole))
                .toList());
    }

    private CompletableFuture<ImageState> state(
            ImageId id, CompletableFuture<ReadResult<Optional<Image>>> image, boolean withKeys) {
        CompletableFuture<ReadResult<List<ImageShare>>> shares =
                parallel.read(() -> cloud.imageShares().of(region, id));
        CompletableFuture<ReadResult<List<Association>>> groups = resourceShares.of(id);
        return image.thenCompose(found -> (withKeys ? snapshots(found) : untold(found))
                .thenCompose(behind -> keys.of(withKeys ? behind : ReadResult.unread())
                        .thenCombine(shares, (keyStates, accounts) -> Map.entry(keyStates, accounts))
                        .thenCombine(
                                groups,
                                (both, targets) -> new ImageState(
                                        ref(id),
                                        found,
                                        both.getValue(),
                                        targets,
                                        behind,
                                        both.getKey(),
                                        Optional.empty()))));
    }

    /** The same with the region that has the image, if this one does not. */
    private CompletableFuture<ImageState> orElsewhere(ImageState state) {
        return new OtherRegionSearch(cloud, parallel, region)
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
        return snapshots.of(found.get().snapshotIds());
    }

    /** Reads a key with everything that matters, by its id or an alias. */
    public CompletableFuture<KeyState> keyState(KeyId id) {
        return keys.read(id);
    }

    private CompletableFuture<ImageState> withRole(ImageState state) {
        return state.needsKey() ? role.start().thenApply(started -> state) : CompletableFuture.completedFuture(state);
    }
}
