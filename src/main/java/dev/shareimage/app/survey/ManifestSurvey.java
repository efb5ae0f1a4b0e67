package dev.shareimage.app.survey;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.app.survey.Situation.DirectoryState;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads all that a manifest depends on, all regions side by side; what is global is read once. */
public final class ManifestSurvey {

    private final Cloud cloud;
    private final Parallel parallel;
    private final RoleSurvey role;

    public ManifestSurvey(Cloud cloud, Parallel parallel) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.role = new RoleSurvey(cloud, parallel);
    }

    /** What is being read of one region. */
    private record Started(
            RegionImages part,
            List<CompletableFuture<ImageState>> images,
            CompletableFuture<Reading<OptionalInt>> quota) {}

    /**
     * Reads it.
     *
     * @throws CloudException when a target cannot be looked up, or the run is interrupted
     */
    public ManifestState take(Manifest manifest) throws CloudException {
        CompletableFuture<Reading<CallerIdentity>> caller =
                parallel.read(() -> cloud.identity().caller());
        List<Started> regions = manifest.regions().stream().map(this::start).toList();
        RegionId first = manifest.regions().get(0).region();
        TargetQuery all = manifest.audience();
        DirectorySurvey directory = new DirectorySurvey(cloud, parallel, first);
        Optional<CompletableFuture<DirectoryState>> organization = directory.start(all, false);
        Function<TargetQuery, List<ShareTarget>> targets = directory.lookUp(all, organization);
        Map<ImageId, List<ShareTarget>> wanted = new LinkedHashMap<>();
        for (RegionImages region : manifest.regions()) {
            region.images().forEach(image -> wanted.put(image.image(), targets.apply(image.targets())));
        }
        List<Situation> situations = new ArrayList<>();
        for (Started region : regions) {
            situations.add(finish(region, Parallel.await(caller)));
        }
        Situation audience = new Situation(
                first,
                Parallel.await(caller),
                wanted.values().stream().flatMap(List::stream).distinct().toList(),
                List.of(),
                role.startedRole(),
                Reading.of(OptionalInt.empty()),
                organization.isPresent() ? Parallel.await(organization.get()) : null);
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
        Survey survey = new Survey(cloud, parallel, part.region(), role);
        CompletableFuture<Reading<OptionalInt>> quota =
                part.audience().accounts().isEmpty()
                        ? CompletableFuture.completedFuture(Reading.of(OptionalInt.empty()))
                        : parallel.read(() -> cloud.quotas().accountsPerImage(part.region()));
        List<CompletableFuture<ImageState>> images = part.images().stream()
                .map(ImageTargets::image)
                .map(survey::image)
                .toList();
        return new Started(part, images, quota);
    }

    private Situation finish(Started started, Reading<CallerIdentity> caller) throws CloudException {
        return new Situation(
                started.part().region(),
                caller,
                List.of(),
                Parallel.awaitEach(started.images()),
                null,
                Parallel.await(started.quota()),
                null);
    }
}
