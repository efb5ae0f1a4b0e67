package dev.shareimage.cloud;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resource Sharing: shares an image with a resource directory or a folder.
 *
 * <p>A resource share belongs to the image's region. Associations are asynchronous: a call returns before its change is
 * in effect. Targets are {@code rd-…} and {@code fd-…} ids.
 */
public interface ResourceShares {

    /** The maximum number of resources, targets or ids of one call. */
    int MAX_TARGETS_PER_CALL = 5;

    /** The caller's shares with exactly this name. */
    List<ResourceShare> named(RegionId region, String name) throws CloudException;

    /** The image's associations with shares of the caller, in any state. */
    List<Association> ofImage(RegionId region, ImageId image) throws CloudException;

    /** The associations of all images of the region with shares of the caller, in any state. */
    List<Association> ofImages(RegionId region) throws CloudException;

    /** The target associations of all shares of the caller in the region, in any state. */
    List<Association> targets(RegionId region) throws CloudException;

    /** The target associations of the given shares, in any state. Any number of ids is allowed. */
    List<Association> targetsOf(RegionId region, Collection<String> resourceShareIds) throws CloudException;

    /** The resource associations of the given shares, in any state. Any number of ids is allowed. */
    List<Association> resourcesOf(RegionId region, Collection<String> resourceShareIds) throws CloudException;

    /** The images of the region that the caller gets through resource shares of others, on all pages. */
    List<ReceivedResource> receivedImages(RegionId region) throws CloudException;

    /**
     * An image that the caller gets through a resource share of another account.
     *
     * @param since the time when it was added to the share, or null if the answer does not say
     */
    record ReceivedResource(
            ImageId image, String resourceShareId, @Nullable Instant since) {}

    /**
     * Creates a share of the image with at most {@link #MAX_TARGETS_PER_CALL} targets. It is not idempotent, so look
     * for an existing share first.
     */
    ResourceShare create(RegionId region, String name, ImageId image, Collection<String> targets) throws CloudException;

    /** Adds at most {@link #MAX_TARGETS_PER_CALL} targets to a share. */
    void associateTargets(RegionId region, String resourceShareId, Collection<String> targets) throws CloudException;

    /** Adds the image to a share. */
    void associateImage(RegionId region, String resourceShareId, ImageId image) throws CloudException;

    /** Removes at most {@link #MAX_TARGETS_PER_CALL} targets from a share. */
    void disassociateTargets(RegionId region, String resourceShareId, Collection<String> targets) throws CloudException;

    /** Deletes a share. */
    void delete(RegionId region, String resourceShareId) throws CloudException;

    /** Whether sharing with the resource directory is enabled for the caller's organization. */
    boolean sharingWithDirectoryEnabled(RegionId region) throws CloudException;
}
