package dev.shareimage.app.survey;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks through every image of every region for who still needs the key. */
public final class ShareScan {

    private static final int REGIONS_AT_ONCE = 8;

    private final Cloud cloud;
    private final Parallel parallel;

    public ShareScan(Cloud cloud, Parallel parallel) {
        this.cloud = cloud;
        this.parallel = parallel;
    }

    /** An encrypted image, or one of which that cannot be told, and who has it: ids of accounts, directories, folders. */
    public record SharedImage(RegionId region, ImageId image, List<String> holders) {}

    /**
     * What was found.
     *
     * @param unreadable the regions that could not be read completely, each with the reason: they may hold more
     */
    public record Result(List<SharedImage> images, List<String> unreadable) {}

    /**
     * Reads all regions.
     *
     * @param from a region to ask for the list of regions
     */
    public Result run(RegionId from) throws CloudException {
        List<SharedImage> images = Collections.synchronizedList(new ArrayList<>());
        List<String> unreadable = Collections.synchronizedList(new ArrayList<>());
        Reading<List<RegionId>> regions =
                Parallel.await(parallel.read(() -> cloud.regions().all(from)));
        if (regions.known().isEmpty()) {
            CloudException failure = regions.failure();
            return new Result(List.of(), List.of(failure == null ? "" : failure.text()));
        }
        try (Parallel perRegion = new Parallel(REGIONS_AT_ONCE)) {
            Parallel.awaitAll(regions.known().get().stream()
                    .map(region -> perRegion.start(() -> scan(region, images, unreadable)))
                    .toList());
        }
        return new Result(List.copyOf(images), unreadable.stream().sorted().toList());
    }

    private void scan(RegionId region, List<SharedImage> images, List<String> unreadable) {
        try {
            List<CloudException> failures = Collections.synchronizedList(new ArrayList<>());
            cloud.images().forEachOwned(region, page -> scanPage(region, page, images, failures));
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        } catch (CloudException e) {
            unreadable.add(region + " (" + e.code() + ")");
        }
    }

    private void scanPage(RegionId region, List<Image> page, List<SharedImage> images, List<CloudException> failures) {
        Survey survey = new Survey(cloud, parallel, region);
        List<CompletableFuture<ImageState>> states = page.stream()
                .filter(image -> image.encrypted().orElse(true))
                .map(image ->
                        survey.sharesOf(image.id(), CompletableFuture.completedFuture(Reading.of(Optional.of(image)))))
                .toList();
        for (CompletableFuture<ImageState> state : states) {
            try {
                note(region, Parallel.await(state), images);
            } catch (CloudException e) {
                failures.add(e);
            }
        }
    }

    private static void note(RegionId region, ImageState state, List<SharedImage> images) throws CloudException {
        List<String> holders = new ArrayList<>();
        state.shares().require().forEach(share -> holders.add(share.account().value()));
        state.resourceShares().require();
        state.liveTargets().stream().map(Association::entityId).forEach(holders::add);
        if (!holders.isEmpty()) {
            images.add(new SharedImage(region, state.id(), List.copyOf(holders)));
        }
    }
}
