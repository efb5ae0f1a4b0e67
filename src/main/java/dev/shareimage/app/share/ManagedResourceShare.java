package dev.shareimage.app.share;

import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.ConsistencyWait;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ResourceShare;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resource share that this program manages for an image, which contains nothing else. It is found by its name, or created.
 *
 * <p>The cloud creates a second share with the same name without an error. So a run that created one lists the shares
 * again, immediately and after the targets are associated. The oldest one stays, and all runs agree on it. If somebody
 * added another image to a share, its targets would get both images, so that share is not used.
 */
final class ManagedResourceShare {

    /** A share may be deleted while targets are added to it. */
    private static final int MAX_SHARES = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** The cloud's codes for a share that is being deleted, or does not exist. */
    private static final Set<String> VANISHED =
            Set.of("EntityNotExists.ResourceShare", "ResourceShareStatusMismatchAction");

    private static final Comparator<ResourceShare> OLDEST = Comparator.<ResourceShare, Instant>comparing(
                    share -> share.createdAt() == null ? Instant.MAX : share.createdAt())
            .thenComparing(ResourceShare::id);

    private final RunContext run;
    private final ResourceShares port;
    private final RunClock clock;
    private final RegionId region;
    private final ImageId image;
    private final Set<String> vanished = new HashSet<>();
    private @Nullable String made;

    ManagedResourceShare(RunContext run, ImageRef image) {
        this.run = run;
        this.port = run.cloud().resourceShares();
        this.clock = run.clock();
        this.region = image.region();
        this.image = image.id();
    }

    /**
     * A share that targets are being added to.
     *
     * @param before the content before
     * @param failures the targets for which the cloud reported an error; they may have been added all the same
     */
    record Begun(String shareId, ShareContents before, Map<String, CloudException> failures) {}

    /** Makes sure that our share has the image and that the targets are being added. */
    Begun reach(List<String> targets) throws CloudException {
        for (int attempt = 1; ; attempt++) {
            Optional<Found> existing = find();
            Begun begun = existing.isPresent() ? extend(existing.get(), targets) : make(targets);
            boolean gone = begun.failures().values().stream().anyMatch(e -> VANISHED.contains(e.code()));
            if (!gone || attempt == MAX_SHARES) {
                return begun;
            }
            vanished.add(begun.shareId());
        }
    }

    /**
     * If this run created the share, looks for an older one again and adds the targets to it.
     *
     * @return empty if there is none
     */
    Optional<Begun> reachOlder(List<String> targets) throws CloudException {
        if (made == null) {
            return Optional.empty();
        }
        String mine = made;
        Optional<Found> older = find().filter(found -> !found.id().equals(mine));
        return older.isPresent() ? Optional.of(extend(older.get(), targets)) : Optional.empty();
    }

    /** Deletes the share that this run created, after an older one replaced it. */
    void deleteMine() throws CloudException {
        if (made != null) {
            new ShareDeletion(port, clock, region).delete(made, ShareNames.of(image));
            made = null;
        }
    }

    /** A managed share and its content. */
    private record Found(String id, ShareContents contents) {}

    private Optional<Found> find() throws CloudException {
        ConsistencyWait wait = new ConsistencyWait(clock, "ListResourceShares");
        List<ResourceShare> oldestFirst = wait.read(() -> port.named(region, ShareNames.of(image))).stream()
                .filter(share -> share.active() && !vanished.contains(share.id()))
                .sorted(OLDEST)
                .toList();
        for (ResourceShare share : oldestFirst) {
            if (share.id().equals(made)) {
                return Optional.of(new Found(share.id(), ShareContents.NONE));
            }
            ShareContents contents = wait.read(() -> ShareContents.read(run, region, share.id()));
            if (!contents.carriesOtherThan(image)) {
                return Optional.of(new Found(share.id(), contents));
            }
        }
        return Optional.empty();
    }

    private Begun make(List<String> targets) throws CloudException {
        Map<String, CloudException> failures = new HashMap<>();
        List<String> reached = create(targets, failures);
        Optional<Found> other = find().filter(found -> !found.id().equals(made));
        if (other.isPresent()) {
            deleteMine();
            return extend(other.get(), targets);
        }
        if (made == null) {
            throw new CloudException(
                    Kind.UNAVAILABLE,
                    "CreateResourceShare",
                    "ResourceShareGone",
                    "the resource share was deleted meanwhile");
        }
        List<String> rest = targets.stream()
                .filter(target -> !reached.contains(target) && !failures.containsKey(target))
                .toList();
        failures.putAll(associate(made, rest));
        return new Begun(made, ShareContents.NONE, failures);
    }

    /**
     * Creates the share with as many targets as one call accepts, or with the first one that the cloud accepts.
     *
     * @return the targets in the new share; none if a share already existed
     */
    private List<String> create(List<String> targets, Map<String, CloudException> failures) throws CloudException {
        List<String> first = targets.subList(0, Math.min(targets.size(), ResourceShares.MAX_TARGETS_PER_CALL));
        CloudException error;
        try {
            return createSurely(first);
        } catch (CloudException e) {
            error = e;
        }
        for (String target : first.size() > 1 ? targets : List.<String>of()) {
            if (!TargetCalls.concernsOneTarget(error)) {
                break;
            }
            try {
                return createSurely(List.of(target));
            } catch (CloudException e) {
                failures.put(target, e);
                error = e;
            }
        }
        throw error;
    }

    /** Creates a share. If the answer is lost or unreadable, it lists the shares before it tries again. */
    private List<String> createSurely(List<String> targets) throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            try {
                made = port.create(region, ShareNames.of(image), image, targets).id();
                return targets;
            } catch (CloudException e) {
                boolean unsure = !e.isRepeated() && (e.kind() == Kind.UNAVAILABLE || e.kind() == Kind.MALFORMED);
                if ((unsure || e.kind() == Kind.ALREADY_EXISTS) && isThereAfter(e)) {
                    return List.of();
                }
                if (!unsure || attempt >= run.maxAttempts()) {
                    throw e;
                }
            }
            clock.pause(clock.jittered(backoff.next()), "CreateResourceShare");
        }
    }

    /** Looks for the share. If that fails too, the creation is the failure, because it may have been carried out. */
    private boolean isThereAfter(CloudException creation) throws CloudException {
        try {
            return isThere();
        } catch (CloudException e) {
            throw creation;
        }
    }

    private boolean isThere() throws CloudException {
        ConsistencyWait wait = new ConsistencyWait(clock, "ListResourceShares");
        while (true) {
            boolean there = find().isPresent();
            if (there || !wait.mayLag()) {
                return there;
            }
            wait.pause();
        }
    }

    private Begun extend(Found share, List<String> targets) throws CloudException {
        Map<String, CloudException> failures = new HashMap<>();
        if (!isLive(share.contents().image(image))) {
            CloudException failure = carry(share.id());
            if (failure != null) {
                targets.forEach(target -> failures.put(target, failure));
            }
        }
        List<String> missing = targets.stream()
                .filter(target -> !isLive(share.contents().target(target)))
                .toList();
        failures.putAll(associate(share.id(), missing));
        return new Begun(share.id(), share.contents(), failures);
    }

    private @Nullable CloudException carry(String shareId) throws CloudException {
        return new TargetCalls(clock)
                .send(List.of(image.value()), one -> port.associateImage(region, shareId, image))
                .get(image.value());
    }

    private Map<String, CloudException> associate(String shareId, List<String> targets) throws CloudException {
        return new TargetCalls(clock).send(targets, some -> port.associateTargets(region, shareId, some));
    }

    private static boolean isLive(Optional<Association> association) {
        return association
                .filter(found ->
                        found.state() == Association.State.ASSOCIATED || found.state() == Association.State.ASSOCIATING)
                .isPresent();
    }
}
