package dev.shareimage.app.verify;

import dev.shareimage.app.Failure;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ResourceShares.ReceivedResource;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lists the images that others share with the caller, in all regions concurrently. */
public final class ReceivedImagesReader {

    private final RunContext run;
    private final Sentences sentences;

    public ReceivedImagesReader(RunContext run) {
        this.run = run;
        this.sentences = new Sentences(run.messages(), UnaryOperator.identity());
    }

    /** The reads of a region. */
    private record RegionReads(
            CompletableFuture<ReadResult<List<Image>>> images,
            CompletableFuture<ReadResult<List<ReceivedResource>>> shares) {}

    /**
     * Lists the images.
     *
     * @throws CloudException if the caller is not known, or if no region can be read
     */
    public ReceivedListing read(List<RegionId> regions) throws CloudException {
        CompletableFuture<ReadResult<CallerIdentity>> caller =
                run.parallel().read(() -> run.cloud().identity().caller());
        Map<RegionId, RegionReads> readings = new LinkedHashMap<>();
        regions.forEach(region -> readings.put(region, start(region)));
        CallerIdentity identity = Parallel.await(caller).require();
        List<ReceivedImage> received = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        CloudException failure = null;
        for (Map.Entry<RegionId, RegionReads> entry : readings.entrySet()) {
            ReadResult<List<Image>> images = Parallel.await(entry.getValue().images());
            ReadResult<List<ReceivedResource>> shares =
                    Parallel.await(entry.getValue().shares());
            if (images.failure() != null) {
                failure = failure == null ? images.failure() : failure;
                notes.add(note("received.images-unread", entry.getKey(), images.failure()));
            }
            List<Image> list = images.known().orElse(List.of());
            if (shares.failure() != null && !list.isEmpty()) {
                notes.add(note("received.shares-unread", entry.getKey(), shares.failure()));
            }
            list.forEach(image -> received.add(received(entry.getKey(), image, shares)));
        }
        if (failure != null && received.isEmpty() && notes.size() == regions.size()) {
            throw failure;
        }
        return new ReceivedListing(
                regions, identity.account(), received, notes, run.cloud().calls(), described(failure));
    }

    private @Nullable Failure described(@Nullable CloudException failure) {
        return failure == null ? null : new FailureDescriber(run.messages()).of(failure);
    }

    private RegionReads start(RegionId region) {
        return new RegionReads(
                run.parallel().read(() -> {
                    Map<ImageId, Image> images = new LinkedHashMap<>();
                    run.cloud()
                            .images()
                            .forEachReceived(region, page -> page.forEach(image -> images.put(image.id(), image)));
                    return List.copyOf(images.values());
                }),
                run.parallel().read(() -> run.cloud().resourceShares().receivedImages(region)));
    }

    private static ReceivedImage received(RegionId region, Image image, ReadResult<List<ReceivedResource>> shares) {
        Map<ImageId, ReceivedResource> byImage = new HashMap<>();
        shares.known().orElse(List.of()).forEach(each -> byImage.putIfAbsent(each.image(), each));
        ReceivedResource through = byImage.get(image.id());
        String way = shares.known().isEmpty() ? null : through == null ? "account" : "resource-share";
        return new ReceivedImage(
                region,
                image.id(),
                image.name(),
                image.owner(),
                image.status(),
                image.encrypted().orElse(null),
                way,
                through == null ? null : through.resourceShareId(),
                through == null ? null : through.since());
    }

    private String note(String key, RegionId region, CloudException failure) {
        return sentences.plain(key, region, Reason.sentence(failure, sentences.recipients()));
    }
}
