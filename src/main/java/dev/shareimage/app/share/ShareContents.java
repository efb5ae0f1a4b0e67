package dev.shareimage.app.share;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;

/** Both kinds of associations of one resource share: what it carries, and whom it reaches. */
record ShareContents(List<Association> resources, List<Association> targets) {

    /** Of a share that was made just now. */
    static final ShareContents NONE = new ShareContents(List.of(), List.of());

    /** Reads both kinds side by side. */
    static ShareContents read(RunContext run, RegionId region, String shareId) throws CloudException {
        ResourceShares port = run.cloud().resourceShares();
        return run.parallel()
                .both(
                        () -> port.resourcesOf(region, List.of(shareId)),
                        () -> port.targetsOf(region, List.of(shareId)),
                        ShareContents::new);
    }

    /** The association of the image. */
    Optional<Association> image(ImageId image) {
        return current(resources, image.value());
    }

    /** The association of the target, whatever the share carries. */
    Optional<Association> target(String id) {
        return current(targets, id);
    }

    /** How far the target has come to the image; empty where the share knows only one of them, or none. */
    Optional<Association> access(ImageId image, String target) {
        return image(image).flatMap(carried -> target(target).map(reached -> reached.to(carried)));
    }

    /** Whether a target of the share gets more than the image. */
    boolean carriesOtherThan(ImageId image) {
        return resources.stream()
                .anyMatch(resource -> !resource.over() && !resource.entityId().equals(image.value()));
    }

    /** Whether it is the share that the program makes for the image. */
    boolean isNamed(String name) {
        return resources.stream()
                .allMatch(resource -> resource.resourceShareName().equals(name));
    }

    private static Optional<Association> current(List<Association> associations, String entityId) {
        return associations.stream()
                .filter(association -> association.entityId().equals(entityId))
                .reduce(Association::current);
    }
}
