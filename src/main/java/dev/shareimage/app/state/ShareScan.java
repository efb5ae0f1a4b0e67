package dev.shareimage.app.state;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Searches all images of all regions for holders that still need the key. */
public final class ShareScan {

    private static final int REGIONS_AT_ONCE = 8;

    private final Cloud cloud;
    private final Parallel parallel;
    private final Messages messages;

    public ShareScan(Cloud cloud, Parallel parallel, Messages messages) {
        this.messages = messages;
        this.cloud = cloud;
        this.parallel = parallel;
    }

    /** An encrypted image, or one for which that is not known, and the ids of its holders. */
    public record SharedImage(ImageRef image, List<String> holders) {}

    /**
     * The result.
     *
     * @param unreadable the regions whose images could not be read completely, each with the reason; they may have more
     *     images
     * @param groupsUnreadable the regions where Resource Sharing could not be read, so that directories and folders may
     *     be missing
     */
    public record Result(List<SharedImage> images, List<String> unreadable, List<String> groupsUnreadable) {

        public Result {
            images = List.copyOf(images);
            unreadable = unreadable.stream().distinct().sorted().toList();
            groupsUnreadable = groupsUnreadable.stream().distinct().sorted().toList();
        }

        /** The regions that may have an unknown image of the target. */
        public List<String> hiding(ShareTarget target) {
            return target instanceof ShareTarget.Account
                    ? unreadable
                    : Stream.concat(unreadable.stream(), groupsUnreadable.stream())
                            .toList();
        }
    }

    /**
     * Reads all regions.
     *
     * @param from the region that is asked for the list of regions
     * @param patience how long the regions may take. What has not been read then counts as unreadable.
     */
    public Result run(RegionId from, Duration patience) throws CloudException {
        ReadResult<List<RegionId>> regions =
                Parallel.await(parallel.read(() -> cloud.regions().all(from)));
        if (regions.known().isEmpty()) {
            CloudException failure = regions.failure();
            return new Result(List.of(), List.of(failure == null ? "" : Reason.sentence(failure, messages)), List.of());
        }
        Tally tally = new Tally();
        Map<RegionId, CompletableFuture<Boolean>> scans = new LinkedHashMap<>();
        try (Parallel perRegion = new Parallel(REGIONS_AT_ONCE)) {
            regions.known()
                    .get()
                    .forEach(region -> scans.put(
                            region,
                            perRegion
                                    .start(() -> scan(region, tally))
                                    .thenApply(done -> true)
                                    .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)));
            for (Map.Entry<RegionId, CompletableFuture<Boolean>> scan : scans.entrySet()) {
                if (!Parallel.await(scan.getValue())) {
                    tally.unreadable.add(scan.getKey() + " (TimeBudget)");
                }
            }
        }
        return tally.result();
    }

    /** The findings of the threads. */
    private static final class Tally {
        final List<SharedImage> images = Collections.synchronizedList(new ArrayList<>());
        final List<String> unreadable = Collections.synchronizedList(new ArrayList<>());
        final List<String> groupsUnreadable = Collections.synchronizedList(new ArrayList<>());

        /** What is known now. A thread that was too slow may still add to it. */
        Result result() {
            return new Result(List.copyOf(images), List.copyOf(unreadable), List.copyOf(groupsUnreadable));
        }
    }

    private void scan(RegionId region, Tally tally) {
        try {
            StateReader reader = StateReader.ofAll(cloud, parallel, region);
            cloud.images().forEachOwned(region, page -> scanPage(region, reader, page, tally));
        } catch (CloudException e) {
            tally.unreadable.add(Reason.inRegion(region, e));
        }
    }

    private void scanPage(RegionId region, StateReader reader, List<Image> page, Tally tally) {
        List<CompletableFuture<ImageState>> states = reader.withShares(
                page.stream().filter(image -> image.encrypted().orElse(true)).toList());
        for (CompletableFuture<ImageState> state : states) {
            try {
                ImageState read = Parallel.await(state);
                if (!reader.isGone(read)) {
                    note(region, read, tally);
                }
            } catch (CloudException e) {
                tally.unreadable.add(Reason.inRegion(region, e));
            }
        }
    }

    private static void note(RegionId region, ImageState state, Tally tally) {
        unread(region, state.shares(), tally.unreadable);
        unread(region, state.resourceShares(), tally.groupsUnreadable);
        List<String> holders = new ArrayList<>();
        state.sharedAccounts().forEach(account -> holders.add(account.value()));
        state.openTargets().stream().map(Association::entityId).forEach(holders::add);
        if (!holders.isEmpty()) {
            tally.images.add(new SharedImage(state.ref(), List.copyOf(holders)));
        }
    }

    private static void unread(RegionId region, ReadResult<?> reading, List<String> unreadable) {
        CloudException failure = reading.failure();
        if (failure != null) {
            unreadable.add(Reason.inRegion(region, failure));
        }
    }
}
