package dev.shareimage.app.share;

import dev.shareimage.app.Progress;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.run.ConsistencyWait;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Association.State;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a resource share until it is known for every target whether it has the image.
 *
 * <p>The requested state counts at the first read. Any other state may come from a list that lags, so it is read again
 * for some time. A new failure counts at once. An association that somebody else ended counts as ended.
 */
final class AssociationWait {

    private final RunContext run;
    private final ImageRef image;
    private final TargetResults results;
    private final AssociationFailures failures;
    private final Progress progress;

    AssociationWait(RunContext run, ImageRef image, TargetResults results, Progress progress) {
        this.run = run;
        this.image = image;
        this.results = results;
        this.failures = new AssociationFailures(run.messages());
        this.progress = progress;
    }

    /** Decides about one target from the present content of the share. Returns true if it is decided. */
    @FunctionalInterface
    private interface Decider {
        boolean decide(ShareTarget target, ShareContents now, boolean mayLag);
    }

    /** Waits until the targets have the image, or certainly will not get it. */
    void arrival(ManagedResourceShare.Begun begun, List<ShareTarget> targets) throws CloudException {
        until(begun.shareId(), targets, (target, now, mayLag) -> {
            Optional<Association> access = now.access(image.id(), target.id());
            State state = access.map(Association::state).orElse(State.DISASSOCIATED);
            if (state == State.ASSOCIATED) {
                results.note(image, target, TargetStatus.SHARED);
                return true;
            }
            Optional<Association> before = begun.before().access(image.id(), target.id());
            if (underWay(state) || mayLag && !isNewFailure(access, before)) {
                return false;
            }
            @Nullable CloudException refused = begun.failures().get(target.id());
            results.fail(
                    image,
                    target,
                    refused == null
                            ? failures.ofArrival(begun.shareId(), now.image(image.id()), now.target(target.id()))
                            : new FailureDescriber(run.messages()).of(refused));
            return true;
        });
    }

    /** Waits until the targets have left the share, or certainly stay. */
    void departure(
            String shareId, ShareContents before, Map<String, CloudException> refusals, List<ShareTarget> targets)
            throws CloudException {
        until(shareId, targets, (target, now, mayLag) -> {
            Optional<Association> left = now.target(target.id());
            State state = left.map(Association::state).orElse(State.DISASSOCIATED);
            Optional<Association> was = before.target(target.id());
            if (state == State.DISASSOCIATED) {
                unlessFailed(target, TargetStatus.UNSHARED);
                return true;
            }
            if (underWay(state) || mayLag && !isNewFailure(left, was)) {
                return false;
            }
            if (state == State.FAILED && isState(was, State.FAILED)) {
                unlessFailed(target, TargetStatus.NOT_SHARED);
                return true;
            }
            @Nullable CloudException refused = refusals.get(target.id());
            results.fail(
                    image,
                    target,
                    refused == null
                            ? failures.ofDeparture(left, image)
                            : new FailureDescriber(run.messages()).of(refused));
            return true;
        });
    }

    private void until(String shareId, List<ShareTarget> targets, Decider decider) throws CloudException {
        ConsistencyWait wait = new ConsistencyWait(run.clock(), "ListResourceShareAssociations");
        List<ShareTarget> open = targets;
        open.forEach(target -> unlessFailed(target, TargetStatus.PENDING));
        while (!open.isEmpty()) {
            ShareContents now = new ConsistencyWait(run.clock(), "ListResourceShareAssociations")
                    .read(() -> ShareContents.read(run, image.region(), shareId));
            open = open.stream()
                    .filter(target -> !decider.decide(target, now, wait.mayLag()))
                    .toList();
            if (!open.isEmpty()) {
                if (wait.slow()) {
                    progress.step(run.messages().get("progress.wait-association", image.id()));
                }
                wait.pause();
            }
        }
    }

    /** Records a result, unless the target failed in another share of the image. */
    private void unlessFailed(ShareTarget target, TargetStatus status) {
        if (results.failure(image, target) == null) {
            results.note(image, target, status);
        }
    }

    /** States that the cloud will leave on its own. */
    private static boolean underWay(State state) {
        return state == State.ASSOCIATING || state == State.DISASSOCIATING || state == State.UNKNOWN;
    }

    private static boolean isNewFailure(Optional<Association> now, Optional<Association> before) {
        return (isState(now, State.FAILED) || isState(now, State.DISASSOCIATION_FAILED))
                && !now.map(Association::state).equals(before.map(Association::state));
    }

    private static boolean isState(Optional<Association> association, State state) {
        return association.filter(found -> found.state() == state).isPresent();
    }
}
