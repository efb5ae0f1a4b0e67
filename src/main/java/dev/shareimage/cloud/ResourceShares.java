package dev.shareimage.cloud;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.Collection;
import java.util.List;

/**
 * Resource Sharing: how an image reaches a resource directory or a folder.
 *
 * <p>A resource share lives in the image's region. Associations are asynchronous: a call that changes one returns before
 * it is in effect. Targets are {@code rd-…} and {@code fd-…} ids.
 */
public interface ResourceShares {

    /** How many resources, targets or ids one call takes. */
    int MAX_TARGETS_PER_CALL = 5;

    /** The shares of the caller that bear exactly this name. */
    List<ResourceShare> named(RegionId region, String name) throws CloudException;

    /** Which shares of the caller carry the image, in any state. */
    List<Association> ofImage(RegionId region, ImageId image) throws CloudException;

    /** Which targets the given shares reach, in any state; any number of ids. */
    List<Association> targetsOf(RegionId region, Collection<String> resourceShareIds) throws CloudException;

    /** Which resources the given shares carry, in any state; any number of ids. */
    List<Association> resourcesOf(RegionId region, Collection<String> resourceShareIds) throws CloudException;

    /** Creates a share of the image with at most {@link #MAX_TARGETS_PER_CALL} targets. Not idempotent: look first. */
    ResourceShare create(RegionId region, String name, ImageId image, Collection<String> targets) throws CloudException;

    /** Adds at most {@link #MAX_TARGETS_PER_CALL} targets to a share. */
    void associateTargets(RegionId region, String resourceShareId, Collection<String> targets) throws CloudException;

    /** Adds the image to a share. */
    void associateImage(RegionId region, String resourceShareId, ImageId image) throws CloudException;

    /** Takes at most {@link #MAX_TARGETS_PER_CALL} targets out of a share. */
    void disassociateTargets(RegionId region, String resourceShareId, Collection<String> targets) throws CloudException;

    /** Deletes a share. */
    void delete(RegionId region, String resourceShareId) throws CloudException;

    /** Whether sharing with the resource directory is enabled for the caller's organization. */
    boolean sharingWithDirectoryEnabled(RegionId region) throws CloudException;
}
