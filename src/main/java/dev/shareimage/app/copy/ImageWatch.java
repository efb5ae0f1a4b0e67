package dev.shareimage.app.copy;

import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads images that are in progress again and again. One read of a region lists all unfinished images. Only images that
 * are not in this list are read one by one.
 *
 * <p>Each pause is longer than the one before, and shorter for an image that is almost complete.
 */
final class ImageWatch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    /** The part of the time limit that is kept for the last read. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private static final int WHOLE = 100;
    private static final int MIN_PERCENT_LEFT = 20;

    private final RunContext run;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, MAX_PAUSE);

    ImageWatch(RunContext run) {
        this.run = run;
    }

    /** The present state of each image; empty if its region does not have it. */
    Map<ImageRef, ReadResult<Optional<Image>>> look(Collection<ImageRef> images) throws CloudException {
        Map<RegionId, List<ImageRef>> regions = images.stream()
                .collect(Collectors.groupingBy(ImageRef::region, LinkedHashMap::new, Collectors.toList()));
        Map<RegionId, CompletableFuture<ReadResult<Map<ImageId, Image>>>> lists = new LinkedHashMap<>();
        regions.forEach((region, some) -> lists.put(region, unfinished(region, some)));
        Map<ImageRef, CompletableFuture<ReadResult<Optional<Image>>>> seen = new LinkedHashMap<>();
        for (ImageRef image : images) {
            ReadResult<Map<ImageId, Image>> list = Parallel.await(Objects.requireNonNull(lists.get(image.region())));
            Image listed = list.known().map(all -> all.get(image.id())).orElse(null);
            seen.put(
                    image,
                    listed == null && list.failure() == null
                            ? find(image)
                            : CompletableFuture.completedFuture(list.map(all -> Optional.ofNullable(listed))));
        }
        Map<ImageRef, ReadResult<Optional<Image>>> results = new LinkedHashMap<>();
        for (Map.Entry<ImageRef, CompletableFuture<ReadResult<Optional<Image>>>> entry : seen.entrySet()) {
            results.put(entry.getKey(), Parallel.await(entry.getValue()));
        }
        return results;
    }

    private CompletableFuture<ReadResult<Map<ImageId, Image>>> unfinished(RegionId region, List<ImageRef> images) {
        return images.size() == 1
                ? CompletableFuture.completedFuture(ReadResult.of(Map.of()))
                : run.parallel()
                        .read(() -> run.cloud().images().unfinished(region).stream()
                                .collect(Collectors.toMap(Image::id, image -> image, (one, same) -> one)));
    }

    private CompletableFuture<ReadResult<Optional<Image>>> find(ImageRef image) {
        return run.parallel().read(() -> run.cloud().images().find(image.region(), image.id()));
    }

    /**
     * Waits until the next read is useful.
     *
     * @param percent the progress of the image that is nearest to completion
     * @param what what is waited for
     * @throws CloudException if the time limit is earlier
     */
    void pause(int percent, String what) throws CloudException {
        int left = Math.max(MIN_PERCENT_LEFT, WHOLE - percent);
        Duration pause = backoff.next().multipliedBy(left).dividedBy(WHOLE);
        Duration budget = run.clock().left().minus(LAST_LOOK);
        boolean lastLook = budget.compareTo(Duration.ZERO) > 0 && pause.compareTo(budget) > 0;
        run.clock().pause(lastLook ? budget : pause, what);
    }

    /** The progress of the image, or 0 if the answer has none. */
    static int percent(@Nullable ReadResult<Optional<Image>> reading) {
        return reading == null
                ? 0
                : reading.known().flatMap(image -> image).map(Image::percent).orElse(0);
    }
}
