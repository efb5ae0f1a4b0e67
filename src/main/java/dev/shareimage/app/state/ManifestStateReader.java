package dev.shareimage.app.state;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.app.state.DirectoryStateReader.DirectoryReading;
import dev.shareimage.app.state.DirectoryStateReader.Purpose;
import dev.shareimage.app.state.ObservedState.DirectoryState;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Reads all that a manifest depends on, all regions side by side; what is global is read once. */
public final class ManifestStateReader {

    private final Cloud cloud;
    private final Parallel parallel;
    private final RoleStateReader role;

    public ManifestStateReader(Cloud cloud, Parallel parallel) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.role = new RoleStateReader(cloud, parallel);
    }

    /** What is being read of one region. */
    private record Started(
            RegionImages part,
            List<CompletableFuture<ImageState>> images,
            CompletableFuture<ReadResult<OptionalInt>> quota) {}

    /**
     * Reads it.
     *
     * @param day which of the shares that have an end still hold
     * @throws CloudException when a target cannot be looked up, or the run is interrupted
     */
    public ManifestState take(Manifest manifest, LocalDate day) throws CloudException {
        CompletableFuture<ReadResult<CallerIdentity>> caller =
                parallel.read(() -> cloud.identity().caller());
        List<Started> regions = manifest.regions().stream().map(this::start).toList();
        RegionId first = manifest.regions().get(0).region();
        TargetQuery all = manifest.audience();
        DirectoryStateReader directories = new DirectoryStateReader(cloud, parallel, first);
        DirectoryReading directory = directories.read(all, Purpose.SHARE);
        Map<ImageId, List<ShareTarget>> wanted = new LinkedHashMap<>();
        for (RegionImages region : manifest.regions()) {
            region.images()
                    .forEach(image ->
                            wanted.put(image.image(), directory.targets().apply(image.targets(day))));
        }
        List<ObservedState> situations = new ArrayList<>();
        for (Started region : regions) {
            situations.add(finish(region, Parallel.await(caller)));
        }
        List<ImageState> images =
                situations.stream().flatMap(region -> region.images().stream()).toList();
        DirectoryState state = DirectoryStateReader.mixes(all, images)
                ? directories.withMembers(directory.state())
                : directory.state();
        List<ShareTarget> everybody =
                wanted.values().stream().flatMap(List::stream).distinct().toList();
        ObservedState audience = new ObservedState(
                first,
                Parallel.await(caller),
                everybody,
                List.of(),
                role.startedRole(everybody),
                ReadResult.of(OptionalInt.empty()),
                state);
        return new ManifestState(audience, situations, wanted, leftAlone(manifest));
    }

    private static Set<ImageId> leftAlone(Manifest manifest) {
        return manifest.regions().stream()
                .flatMap(region -> region.images().stream())
                .filter(image -> !image.setup())
                .map(ImageTargets::image)
                .collect(Collectors.toSet());
    }

    private Started start(RegionImages part) {
        StateReader reader = new StateReader(cloud, parallel, part.region(), role);
        CompletableFuture<ReadResult<OptionalInt>> quota =
                part.audience().accounts().isEmpty()
                        ? CompletableFuture.completedFuture(ReadResult.of(OptionalInt.empty()))
                        : parallel.read(() -> cloud.quotas().accountsPerImage(part.region()));
        List<CompletableFuture<ImageState>> images = part.images().stream()
                .map(ImageTargets::image)
                .map(reader::image)
                .toList();
        return new Started(part, images, quota);
    }

    private ObservedState finish(Started started, ReadResult<CallerIdentity> caller) throws CloudException {
        return new ObservedState(
                started.part().region(),
                caller,
                List.of(),
                Parallel.awaitEach(started.images()),
                null,
                Parallel.await(started.quota()),
                null);
    }
}
