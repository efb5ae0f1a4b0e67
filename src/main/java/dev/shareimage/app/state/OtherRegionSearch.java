package dev.shareimage.app.state;

import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Looks for an image in the other regions, once its own region is known not to have it. */
public record OtherRegionSearch(Cloud cloud, Parallel parallel, RegionId region) {

    /** The maximum time for this hint. A region that does not answer must not delay the command. */
    private static final long MAX_SECONDS = 10;

    /** The region that has it; empty if it was found here, or if no region is known to have it. */
    public CompletableFuture<Optional<RegionId>> of(ImageId id, ReadResult<Optional<Image>> here) {
        return here.known().filter(Optional::isEmpty).isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : parallel.read(() -> cloud.regions().all(region))
                        .thenCompose(all -> among(id, all.known().orElse(List.of())))
                        .completeOnTimeout(Optional.empty(), MAX_SECONDS, TimeUnit.SECONDS);
    }

    /** The first answer that has it is enough. */
    private CompletableFuture<Optional<RegionId>> among(ImageId id, List<RegionId> regions) {
        CompletableFuture<Optional<RegionId>> first = new CompletableFuture<>();
        CompletableFuture.allOf(regions.stream()
                        .filter(other -> !other.equals(region))
                        .map(other -> parallel.read(() -> cloud.images().find(other, id))
                                .thenAccept(look -> look.known()
                                        .flatMap(found -> found)
                                        .ifPresent(found -> first.complete(Optional.of(other)))))
                        .toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> first.complete(Optional.empty()));
        return first;
    }
}
