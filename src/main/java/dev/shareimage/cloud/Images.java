package dev.shareimage.cloud;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The custom images of a region, and their snapshots. */
public interface Images {

    /**
     * The maximum number of snapshots that one call reads. The cloud takes 100 ids (assumed: the limit is documented, its
     * value is not). A full page would be followed by a read of the next one, so it is one less.
     */
    int MAX_SNAPSHOTS_PER_CALL = 99;

    /** The image in any state, if the caller can see it; empty if the region does not have it. */
    Optional<Image> find(RegionId region, ImageId image) throws CloudException;

    /**
     * Passes every image that the caller owns in the region to the consumer, page by page, each once, in the cloud's
     * order. Only one page is in memory.
     */
    void forEachOwned(RegionId region, Consumer<List<Image>> page) throws CloudException;

    /** One page of the images that the caller owns in the region, in any state. The first page is 1. */
    ImagePage ownedPage(RegionId region, int number) throws CloudException;

    /**
     * The caller's images of the region that are being created, or wait for that. One read serves all waiting images.
     */
    List<Image> unfinished(RegionId region) throws CloudException;

    /**
     * Starts a copy and returns its id. The same order again returns the same copy. The copy's status tells when it is
     * complete.
     */
    ImageId copy(CopyOrder order) throws CloudException;

    /** As {@link #forEachOwned}, for the images that others share with the caller. Community images are left out. */
    void forEachReceived(RegionId region, Consumer<List<Image>> page) throws CloudException;

    /** The snapshots with these ids that the caller can see, in any order. Unknown ids are left out. */
    List<Snapshot> snapshots(RegionId region, Collection<String> snapshotIds) throws CloudException;
}
