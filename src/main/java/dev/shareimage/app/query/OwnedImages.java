package dev.shareimage.app.query;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Reads all images that the account has in some regions, with their shares: each list once, all regions concurrently.
 */
final class OwnedImages {

    private final RunContext run;
    private final Map<RegionId, CloudException> unread = new LinkedHashMap<>();

    OwnedImages(RunContext run) {
        this.run = run;
    }

    /**
     * Reads the images.
     *
     * @throws CloudException if no region could be read, or if the run must end
     */
    List<ImageState> read(List<RegionId> regions) throws CloudException {
        Map<RegionId, CompletableFuture<ReadResult<List<CompletableFuture<ImageState>>>>> started =
                new LinkedHashMap<>();
        regions.forEach(region -> started.put(region, run.parallel().read(() -> walk(region))));
        List<ImageState> images = new ArrayList<>();
        for (Map.Entry<RegionId, CompletableFuture<ReadResult<List<CompletableFuture<ImageState>>>>> region :
                started.entrySet()) {
            ReadResult<List<CompletableFuture<ImageState>>> list = Parallel.await(region.getValue());
            CloudException failure = list.failure();
            if (failure == null) {
                images.addAll(Parallel.awaitEach(list.require()));
            } else if (failure.kind() == Kind.INTERRUPTED) {
                throw failure;
            } else {
                unread.put(region.getKey(), failure);
            }
        }
        if (unread.size() == regions.size()) {
            throw unread.values().iterator().next();
        }
        return images;
    }

    /** The regions that could not be read, and why. */
    Map<RegionId, CloudException> unread() {
        return unread;
    }

    private List<CompletableFuture<ImageState>> walk(RegionId region) throws CloudException {
        StateReader reader = StateReader.ofAll(run.cloud(), run.parallel(), region);
        List<CompletableFuture<ImageState>> images = new ArrayList<>();
        run.cloud().images().forEachOwned(region, page -> images.addAll(reader.withShares(page)));
        return images;
    }
}
