package dev.shareimage.app.state;

import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.state.DirectoryStateReader.DirectoryReading;
import dev.shareimage.app.state.DirectoryStateReader.Purpose;
import dev.shareimage.app.state.ObservedState.DirectoryState;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads everything that sharing and unsharing depend on, in all regions concurrently. Global data is read once. */
public final class SharingStateReader {

    private final Cloud cloud;
    private final Parallel parallel;
    private final RoleStateReader role;

    public SharingStateReader(Cloud cloud, Parallel parallel) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.role = new RoleStateReader(cloud, parallel);
    }

    /**
     * An image and its requested holders.
     *
     * @param setup whether role, policy and trust may be changed for it
     */
    public record Wish(ImageRef image, TargetQuery targets, boolean setup) {}

    /** The reads of one region. */
    private record Started(
            RegionId region,
            List<CompletableFuture<ImageState>> images,
            CompletableFuture<ReadResult<OptionalInt>> quota) {}

    /** Starts to read the role, whether or not an image needs it. */
    public CompletableFuture<RoleState> startRole() {
        return role.start();
    }

    /** Reads selected images and their holders, or the region that has an image, in the order given. */
    public List<CompletableFuture<ImageState>> withShares(SelectedImages selected) {
        Map<ImageRef, CompletableFuture<ImageState>> started = new HashMap<>();
        selected.byRegion().forEach((region, images) -> {
            List<CompletableFuture<ImageState>> states =
                    reader(region, images, selected.seen()).withSharesOrElsewhere();
            for (int i = 0; i < images.size(); i++) {
                started.put(images.get(i), states.get(i));
            }
        });
        return selected.images().stream()
                .map(image -> Objects.requireNonNull(started.get(image)))
                .toList();
    }

    /**
     * Reads the state for sharing all of the images with all of the targets.
     *
     * @param setup whether role, policy and trust may be changed
     * @throws CloudException if a target cannot be looked up, or if the run is interrupted
     */
    public SharingState forShare(SelectedImages selected, TargetQuery targets, boolean setup) throws CloudException {
        Map<RegionId, List<Wish>> wishes = new LinkedHashMap<>();
        selected.byRegion()
                .forEach((region, images) -> wishes.put(
                        region,
                        images.stream()
                                .map(image -> new Wish(image, targets, setup))
                                .toList()));
        return read(wishes, targets, selected.seen(), true);
    }

    /**
     * Reads the state for sharing each image with its own targets.
     *
     * @param wishes for each region, at least one
     * @param everybody the targets of all images
     * @throws CloudException if a target cannot be looked up, or if the run is interrupted
     */
    public SharingState forWishes(Map<RegionId, List<Wish>> wishes, TargetQuery everybody, Map<ImageRef, Image> seen)
            throws CloudException {
        return read(wishes, everybody, seen, false);
    }

    /**
     * Reads the state for unsharing the images.
     *
     * @param all whether all targets will lose them
     * @param withRole whether the trust policy is changed too
     * @throws CloudException if a target cannot be looked up, or if the run is interrupted
     */
    public SharingState forUnshare(SelectedImages selected, TargetQuery targets, boolean all, boolean withRole)
            throws CloudException {
        CompletableFuture<ReadResult<CallerIdentity>> caller = startCaller();
        CompletableFuture<RoleState> futureRole = withRole ? role.start() : CompletableFuture.completedFuture(null);
        Map<RegionId, List<CompletableFuture<ImageState>>> started = new LinkedHashMap<>();
        selected.byRegion().forEach((region, images) -> {
            StateReader reader = reader(region, images, selected.seen());
            started.put(region, reader.withSharesOrElsewhere());
        });
        RegionId first = started.keySet().iterator().next();
        DirectoryReading directory = new DirectoryStateReader(cloud, parallel, first).read(targets, Purpose.UNSHARE);
        List<ShareTarget> named = directory.targets().apply(targets);
        List<ObservedState> regions = new ArrayList<>();
        Map<ImageRef, List<ShareTarget>> leaving = new LinkedHashMap<>();
        for (Map.Entry<RegionId, List<CompletableFuture<ImageState>>> region : started.entrySet()) {
            List<ImageState> images =
                    new FailedEntries(cloud, parallel, region.getKey()).leftOut(Parallel.awaitEach(region.getValue()));
            images.forEach(image -> leaving.put(image.ref(), all ? image.entries() : named));
            regions.add(ofRegion(
                    region.getKey(), Parallel.await(caller), named, images, ReadResult.of(OptionalInt.empty())));
        }
        ObservedState audience =
                audience(first, Parallel.await(caller), named, Parallel.await(futureRole), directory.state());
        return new SharingState(audience, regions, Map.of(), leaving, Set.of(), Set.of(), true);
    }

    private SharingState read(
            Map<RegionId, List<Wish>> wishes, TargetQuery everybody, Map<ImageRef, Image> seen, boolean named)
            throws CloudException {
        CompletableFuture<ReadResult<CallerIdentity>> caller = startCaller();
        List<Started> started = new ArrayList<>();
        wishes.forEach((region, images) -> started.add(start(region, images, seen)));
        RegionId first = started.get(0).region();
        DirectoryStateReader directories = new DirectoryStateReader(cloud, parallel, first);
        DirectoryReading directory = directories.read(everybody, Purpose.SHARE);
        List<Wish> all = wishes.values().stream().flatMap(List::stream).toList();
        List<ShareTarget> targets = directory.targets().apply(everybody);
        List<ObservedState> regions = await(started, Parallel.await(caller), named ? targets : List.of());
        List<ImageState> images =
                regions.stream().flatMap(region -> region.images().stream()).toList();
        DirectoryState state = DirectoryStateReader.mixes(everybody, images)
                ? directories.withMembers(directory.state())
                : directory.state();
        ObservedState audience = audience(first, Parallel.await(caller), targets, role.startedRole(targets), state);
        return new SharingState(audience, regions, wanted(all, directory), Map.of(), leftAlone(all), Set.of(), named);
    }

    private List<ObservedState> await(
            List<Started> started, ReadResult<CallerIdentity> caller, List<ShareTarget> targets) throws CloudException {
        List<ObservedState> regions = new ArrayList<>();
        for (Started region : started) {
            regions.add(ofRegion(
                    region.region(),
                    caller,
                    targets,
                    new FailedEntries(cloud, parallel, region.region()).leftOut(Parallel.awaitEach(region.images())),
                    Parallel.await(region.quota())));
        }
        return regions;
    }

    /** The targets of each image. Images with the same query get the same list. */
    private static Map<ImageRef, List<ShareTarget>> wanted(List<Wish> wishes, DirectoryReading directory) {
        Map<TargetQuery, List<ShareTarget>> resolved = new LinkedHashMap<>();
        Map<ImageRef, List<ShareTarget>> wanted = new LinkedHashMap<>();
        wishes.forEach(wish -> wanted.put(wish.image(), resolved.computeIfAbsent(wish.targets(), directory.targets())));
        return wanted;
    }

    private static Set<ImageRef> leftAlone(List<Wish> wishes) {
        return wishes.stream().filter(wish -> !wish.setup()).map(Wish::image).collect(Collectors.toSet());
    }

    private Started start(RegionId region, List<Wish> wishes, Map<ImageRef, Image> seen) {
        List<ImageRef> named = wishes.stream().map(Wish::image).toList();
        boolean counts =
                wishes.stream().anyMatch(wish -> !wish.targets().accounts().isEmpty());
        CompletableFuture<ReadResult<OptionalInt>> quota = counts
                ? parallel.read(() -> cloud.quotas().accountsPerImage(region))
                : CompletableFuture.completedFuture(ReadResult.of(OptionalInt.empty()));
        return new Started(region, reader(region, named, seen).images(), quota);
    }

    private static ObservedState ofRegion(
            RegionId region,
            ReadResult<CallerIdentity> caller,
            List<ShareTarget> targets,
            List<ImageState> images,
            ReadResult<OptionalInt> quota) {
        return new ObservedState(region, caller, targets, images, null, quota, null);
    }

    /** What does not depend on a region, and the targets of all images. */
    private static ObservedState audience(
            RegionId first,
            ReadResult<CallerIdentity> caller,
            List<ShareTarget> targets,
            @Nullable RoleState role,
            @Nullable DirectoryState directory) {
        return new ObservedState(
                first, caller, targets, List.of(), role, ReadResult.of(OptionalInt.empty()), directory);
    }

    private StateReader reader(RegionId region, List<ImageRef> images, Map<ImageRef, Image> seen) {
        return new StateReader(
                cloud, parallel, region, images.stream().map(ImageRef::id).toList(), seen, role);
    }

    private CompletableFuture<ReadResult<CallerIdentity>> startCaller() {
        return parallel.read(() -> cloud.identity().caller());
    }
}
