package dev.shareimage.app.state;

import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImagePage;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Describes images of a region: a few one by one, many from the list of the caller's images, which has a hundred in each
 * call. An image that is not in the list is read by its id, because it may be another account's, and the list may have
 * changed between two pages. So only the answer to its id says that an image does not exist.
 */
final class ImageLookup {

    /** The maximum number of images that are read one by one. */
    static final int MAX_SINGLE_READS = 10;

    /** How many missing images a further page must stand for, because the list may have images that nobody asked for. */
    private static final int MIN_IMAGES_PER_PAGE = 4;

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;
    private final Set<ImageId> asked;
    private final SnapshotReader snapshots;
    private @Nullable OwnList list;

    /**
     * @param asked the images that will be read
     * @param snapshots reads the snapshots of all images of a page together
     */
    ImageLookup(Cloud cloud, Parallel parallel, RegionId region, List<ImageId> asked, SnapshotReader snapshots) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
        this.asked = new HashSet<>(asked);
        this.snapshots = snapshots;
    }

    /** The list of the caller's images as far as it is read: the first page, and the others in one map. */
    private record OwnList(
            CompletableFuture<Map<ImageId, Image>> first, CompletableFuture<Map<ImageId, Image>> others) {}

    /** The image; empty if the region does not have it. Snapshots and keys depend on it, so it is read before lists. */
    CompletableFuture<ReadResult<Optional<Image>>> of(ImageId id) {
        return asked.size() > MAX_SINGLE_READS ? listed(id) : alone(id);
    }

    private CompletableFuture<ReadResult<Optional<Image>>> alone(ImageId id) {
        return parallel.readNext(() -> cloud.images().find(region, id));
    }

    private CompletableFuture<ReadResult<Optional<Image>>> listed(ImageId id) {
        OwnList own = list();
        return own.first()
                .thenCompose(page -> found(page, id)
                        .orElseGet(() -> own.others()
                                .thenCompose(pages -> found(pages, id).orElseGet(() -> alone(id)))));
    }

    private static Optional<CompletableFuture<ReadResult<Optional<Image>>>> found(
            Map<ImageId, Image> images, ImageId id) {
        return Optional.ofNullable(images.get(id))
                .map(image -> CompletableFuture.completedFuture(ReadResult.of(Optional.of(image))));
    }

    private synchronized OwnList list() {
        if (list == null) {
            CompletableFuture<ReadResult<ImagePage>> page = page(1);
            list = new OwnList(page.thenApply(read -> images(List.of(read))), page.thenCompose(this::others));
        }
        return list;
    }

    /** The images of all further pages; none if there are too many pages for those that are still missing. */
    private CompletableFuture<Map<ImageId, Image>> others(ReadResult<ImagePage> first) {
        Map<ImageId, Image> there = images(List.of(first));
        long missing = asked.stream().filter(id -> !there.containsKey(id)).count();
        long further = first.known().map(ImagePage::pages).orElse(1) - 1L;
        if (further * MIN_IMAGES_PER_PAGE > missing) {
            return CompletableFuture.completedFuture(Map.of());
        }
        List<CompletableFuture<ReadResult<ImagePage>>> pages = new ArrayList<>();
        for (int number = 2; number <= further + 1; number++) {
            pages.add(page(number));
        }
        return CompletableFuture.allOf(pages.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        images(pages.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<ReadResult<ImagePage>> page(int number) {
        CompletableFuture<ReadResult<ImagePage>> page = new CompletableFuture<>();
        parallel.readNext(() -> cloud.images().ownedPage(region, number))
                .whenComplete((read, defect) -> snapshots.together(
                        () -> defect == null ? page.complete(read) : page.completeExceptionally(defect)));
        return page;
    }

    /** Those of the pages that could be read. */
    private static Map<ImageId, Image> images(List<ReadResult<ImagePage>> pages) {
        Map<ImageId, Image> images = new HashMap<>();
        for (ReadResult<ImagePage> page : pages) {
            page.known().ifPresent(read -> read.images().forEach(image -> images.put(image.id(), image)));
        }
        return images;
    }
}
