package dev.shareimage.app.run;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ResourceShare;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one resource share of ours that carries an image: found by its name, made where there is none.
 *
 * <p>The cloud makes a second share of the same name without a word. So whoever made one looks again, at once and when the
 * targets have arrived, and of several the oldest stays: all runs agree on it, whichever they saw first.
 */
final class ManagedResourceShare {

    private static final int ATTEMPTS = 4;
    private static final int DELETE_ATTEMPTS = 6;
    private static final String UNFINISHED = "DeleteResourceShareConflict";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Comparator<ResourceShare> OLDEST = Comparator.<ResourceShare, Instant>comparing(
                    share -> share.createdAt() == null ? Instant.MAX : share.createdAt())
            .thenComparing(ResourceShare::id);

    private final ResourceShares port;
    private final RunClock timing;
    private final RegionId region;
    private final ImageId image;
    private @Nullable String made;

    ManagedResourceShare(ResourceShares port, RunClock timing, RegionId region, ImageId image) {
        this.port = port;
        this.timing = timing;
        this.region = region;
        this.image = image;
    }

    /** Makes sure that a share of ours carries the image and is on its way to the targets; its id. */
    String reach(List<String> targets) throws CloudException {
        Optional<ResourceShare> existing = find();
        String share = existing.isPresent() ? existing.get().id() : make(targets);
        extend(share, targets);
        return share;
    }

    /**
     * Looks once more for an older share, where this run made one, and lets that one reach the targets too.
     *
     * @return its id; empty when there is none
     */
    Optional<String> reachOlder(List<String> targets) throws CloudException {
        if (made == null) {
            return Optional.empty();
        }
        String mine = made;
        Optional<String> older = find().map(ResourceShare::id).filter(id -> !id.equals(mine));
        if (older.isPresent()) {
            extend(older.get(), targets);
        }
        return older;
    }

    /**
     * Deletes the share that this run made, once an older one has taken its place. The cloud refuses that as long as it
     * links what this run put in.
     */
    void deleteMine() throws CloudException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; made != null; attempt++) {
            try {
                port.delete(region, made);
                made = null;
            } catch (CloudException e) {
                if (!e.code().equals(UNFINISHED) || attempt == DELETE_ATTEMPTS) {
                    throw e;
                }
                timing.pause(timing.jittered(pause), "DeleteResourceShare");
                pause = pause.multipliedBy(2);
            }
        }
    }

    private Optional<ResourceShare> find() throws CloudException {
        return port.named(region, ShareNames.of(image)).stream()
                .filter(ResourceShare::active)
                .min(OLDEST);
    }

    private String make(List<String> targets) throws CloudException {
        made = create(targets.subList(0, Math.min(targets.size(), ResourceShares.MAX_TARGETS_PER_CALL)));
        String chosen = find().map(ResourceShare::id).orElse(made);
        if (!chosen.equals(made)) {
            deleteMine();
        }
        return chosen;
    }

    /** Where the answer is lost, a look tells whether the share was made; only then another one may be asked for. */
    private String create(List<String> targets) throws CloudException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return port.create(region, ShareNames.of(image), image, targets).id();
            } catch (CloudException e) {
                boolean unsure = e.kind() == Kind.UNAVAILABLE;
                Optional<ResourceShare> there = unsure || e.kind() == Kind.ALREADY_EXISTS ? find() : Optional.empty();
                if (there.isPresent()) {
                    return there.get().id();
                }
                if (!unsure || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            timing.pause(timing.jittered(pause), "CreateResourceShare");
            pause = pause.multipliedBy(2);
        }
    }

    private void extend(String shareId, List<String> targets) throws CloudException {
        boolean carries = port.resourcesOf(region, List.of(shareId)).stream()
                .anyMatch(resource -> resource.live() && resource.entityId().equals(image.value()));
        if (!carries) {
            port.associateImage(region, shareId, image);
        }
        List<String> present = port.targetsOf(region, List.of(shareId)).stream()
                .filter(Association::live)
                .map(Association::entityId)
                .toList();
        List<String> missing =
                targets.stream().filter(target -> !present.contains(target)).toList();
        for (int from = 0; from < missing.size(); from += ResourceShares.MAX_TARGETS_PER_CALL) {
            port.associateTargets(
                    region,
                    shareId,
                    missing.subList(from, Math.min(from + ResourceShares.MAX_TARGETS_PER_CALL, missing.size())));
        }
    }
}
