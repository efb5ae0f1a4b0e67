package dev.shareimage.app.proposal;

import dev.shareimage.app.Progress;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.share.ImageSteps;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Carries out the changes of all images of all regions concurrently.
 *
 * <p>Only so many images are in progress that no thread lacks work. So the first ones are read back long before the last
 * ones are written, and a run that ends early can tell what it has done.
 */
final class ImageChanges {

    /** As many as there may be concurrent requests. */
    private static final int MAX_IN_PROGRESS = 128;

    private static final int MAX_REPORTED = 20;

    private final RunContext run;
    private final List<ImageChange> changes;
    private final TargetResults results;
    private final Progress progress;
    private final ImageSteps steps;
    private final AtomicInteger done = new AtomicInteger();

    ImageChanges(RunContext run, List<ImageChange> changes, TargetResults results, Progress progress) {
        this.run = run;
        this.changes = changes;
        this.results = results;
        this.progress = progress;
        this.steps = new ImageSteps(run, results, progress);
    }

    /**
     * Starts all changes. The results are in the target results.
     *
     * @param named whether the images were named, so that each is reported and not only their number; unless they are
     *     many
     * @param roleWritten the time of the last write of the role
     */
    List<CompletableFuture<Void>> start(boolean named, Supplier<Instant> roleWritten) {
        boolean each = named && changes.size() <= MAX_REPORTED;
        if (changes.size() > MAX_REPORTED) {
            progress.advance(run.messages().get("progress.applied"), 0, changes.size());
        }
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (ImageChange change : changes) {
            CompletableFuture<Void> earlier = ends.size() < MAX_IN_PROGRESS
                    ? CompletableFuture.completedFuture(null)
                    : ends.get(ends.size() - MAX_IN_PROGRESS);
            ends.add(earlier.handle((ended, failure) -> change)
                    .thenCompose(next -> carryOut(next, each, roleWritten))
                    .thenRun(() -> reportEnd(change, each)));
        }
        return ends;
    }

    private void reportEnd(ImageChange change, boolean each) {
        progress.advance(
                each ? ended(change) : run.messages().get("progress.applied"), done.incrementAndGet(), changes.size());
    }

    /** If something could not be removed, the additions may not be allowed, so they wait for the next run. */
    private CompletableFuture<Void> carryOut(ImageChange change, boolean each, Supplier<Instant> roleWritten) {
        Step.UnshareImage unshare = change.unshare();
        Step.ShareImage share = change.share();
        CompletableFuture<Void> unshared = CompletableFuture.completedFuture(null);
        if (unshare != null) {
            tell(
                    each,
                    "progress.unshare",
                    unshare.image().id(),
                    unshare.targets().size());
            unshared = steps.unshare(unshare);
        }
        if (share == null) {
            return unshared;
        }
        tell(each, "progress.share", share.image().id(), share.targets().size());
        return unshared.thenCompose(taken ->
                isStillHeld(change) ? CompletableFuture.completedFuture(null) : steps.share(share, roleWritten));
    }

    private void tell(boolean each, String sentence, Object... arguments) {
        if (each) {
            progress.step(run.messages().get(sentence, arguments));
        }
    }

    private boolean isStillHeld(ImageChange change) {
        return change.unshare() != null && !isTakenAway(change.unshare());
    }

    private String ended(ImageChange change) {
        Step.ShareImage share = change.share();
        boolean taken = change.unshare() == null || isTakenAway(change.unshare());
        boolean given = share == null
                || results.with(share.image(), TargetStatus.SHARED).containsAll(share.targets());
        String sentence = !taken
                ? "progress.not-unshared"
                : !given ? "progress.incomplete" : share == null ? "progress.unshared" : "progress.shared";
        return run.messages().get(sentence, change.image().id());
    }

    private boolean isTakenAway(Step.UnshareImage unshare) {
        Set<ShareTarget> gone = new HashSet<>(results.with(unshare.image(), TargetStatus.UNSHARED));
        gone.addAll(results.with(unshare.image(), TargetStatus.NOT_SHARED));
        return gone.containsAll(unshare.targets());
    }
}
