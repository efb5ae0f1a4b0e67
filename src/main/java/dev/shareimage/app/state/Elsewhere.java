package dev.shareimage.app.state;

import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks for an image in the other regions, once its own region is known not to have it. */
record Elsewhere(Cloud cloud, Parallel parallel, RegionId region) {

    /** The region that has it; empty if it was found here, or if no region is known to have it. */
    CompletableFuture<Optional<RegionId>> of(ImageId id, ReadResult<Optional<Image>> here) {
        return here.known().filter(Optional::isEmpty).isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : parallel.read(() -> cloud.regions().all(region))
                        .thenCompose(all -> among(id, all.known().orElse(List.of())));
    }

    private CompletableFuture<Optional<RegionId>> among(ImageId id, List<RegionId> regions) {
        Map<RegionId, CompletableFuture<ReadResult<Optional<Image>>>> looks = new LinkedHashMap<>();
        regions.stream()
                .filter(other -> !other.equals(region))
                .forEach(other ->
                        looks.put(other, parallel.read(() -> cloud.images().find(other, id))));
        return CompletableFuture.allOf(looks.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> looks.entrySet().stream()
                        .filter(look -> look.getValue()
                                .join()
                                .known()
                                .flatMap(found -> found)
                                .isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst());
    }
}
