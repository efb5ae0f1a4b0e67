package dev.shareimage.app.state;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaves out targets whose association failed in a share that contains other resources too. Such a share is never changed,
 * and the target does not have the image, so there is nothing to take away.
 */
record FailedEntries(Cloud cloud, Parallel parallel, RegionId region) {

    List<ImageState> leftOut(List<ImageState> images) throws CloudException {
        Set<String> shares = images.stream()
                .flatMap(image -> image.resourceShares().known().orElse(List.of()).stream())
                .filter(FailedEntries::failed)
                .map(Association::resourceShareId)
                .collect(Collectors.toSet());
        if (shares.isEmpty()) {
            return images;
        }
        List<Association> resources = Parallel.await(
                        parallel.read(() -> cloud.resourceShares().resourcesOf(region, shares)))
                .known()
                .orElse(List.of());
        return images.stream()
                .map(image -> image.withEntries(
                        entry -> !failed(entry) || !containsOthers(resources, entry.resourceShareId(), image.ref())))
                .toList();
    }

    private static boolean failed(Association entry) {
        return entry.state() == Association.State.FAILED;
    }

    private static boolean containsOthers(List<Association> resources, String share, ImageRef image) {
        return resources.stream()
                .anyMatch(resource -> resource.resourceShareId().equals(share)
                        && !resource.over()
                        && !resource.entityId().equals(image.id().value()));
    }
}
