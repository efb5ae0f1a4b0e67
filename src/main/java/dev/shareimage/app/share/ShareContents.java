package dev.shareimage.app.share;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;

/** The associations of one resource share: its resources and its targets. */
record ShareContents(List<Association> resources, List<Association> targets) {

    /** The content of a share that was created just now. */
    static final ShareContents NONE = new ShareContents(List.of(), List.of());

    /** Reads both kinds concurrently. */
    static ShareContents read(RunContext run, RegionId region, String shareId) throws CloudException {
        ResourceShares port = run.cloud().resourceShares();
        List<List<Association>> both = run.parallel()
                .all(List.of(
                        () -> port.resourcesOf(region, List.of(shareId)),
                        () -> port.targetsOf(region, List.of(shareId))));
        return new ShareContents(both.get(0), both.get(1));
    }

    /** The association of the image. */
    Optional<Association> image(ImageId image) {
        return current(resources, image.value());
    }

    /** The association of the target, whatever resources the share has. */
    Optional<Association> target(String id) {
        return current(targets, id);
    }

    /** The target's access to the image; empty if the share lacks one of them. */
    Optional<Association> access(ImageId image, String target) {
        return image(image).flatMap(carried -> target(target).map(reached -> reached.to(carried)));
    }

    /** Whether the share's targets get more than the image. */
    boolean carriesOtherThan(ImageId image) {
        return resources.stream()
                .anyMatch(resource -> !resource.over() && !resource.entityId().equals(image.value()));
    }

    /** Whether it is the share that the program creates for the image. */
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
