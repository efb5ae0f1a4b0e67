package dev.shareimage.cloud;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The custom images of a region and the snapshots behind them. */
public interface Images {

    /** The image, whatever its status, as long as the caller can see it; empty when the region does not have it. */
    Optional<Image> find(RegionId region, ImageId image) throws CloudException;

    /**
     * Hands over every image that the caller owns in the region, page by page, each once, in the cloud's order; no more
     * than a page is held.
     */
    void forEachOwned(RegionId region, Consumer<List<Image>> page) throws CloudException;

    /**
     * The caller's own images of the region that are being made or wait for their turn: one look for all that somebody
     * waits for.
     */
    List<Image> unfinished(RegionId region) throws CloudException;

    /**
     * Begins a copy, and gives its id back; an order that was given before gives the image that it made then. Nothing
     * tells of the end: the copy's status does.
     */
    ImageId copy(CopyOrder order) throws CloudException;

    /** The snapshots of these ids that the caller can see, in no particular order; unknown ids are left out. */
    List<Snapshot> snapshots(RegionId region, Collection<String> snapshotIds) throws CloudException;
}
