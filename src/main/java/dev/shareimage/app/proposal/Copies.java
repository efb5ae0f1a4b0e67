package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.copy.CopyListener;
import dev.shareimage.app.copy.CopyRun;
import dev.shareimage.app.copy.PlannedCopy;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.share.ImageSteps;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The copies of a proposal. Makes them, shares each as soon as it is complete, and records the results. */
final class Copies {

    private final RunContext run;
    private final List<Entry> entries;
    private final List<ImageResult> untried;
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    /** @param wanted the copies that are not complete yet, each with its targets */
    Copies(RunContext run, List<Wanted> wanted) {
        this(run, wanted, List.of());
    }

    private Copies(RunContext run, List<Wanted> wanted, List<ImageResult> untried) {
        this.run = run;
        this.entries = wanted.stream().map(Entry::new).toList();
        this.untried = untried;
    }

    /** No copies, because a check failed. */
    static Copies untried(RunContext run, List<ImageResult> untried) {
        return new Copies(run, List.of(), untried);
    }

    /** A copy and its targets. */
    record Wanted(PlannedCopy copy, List<ShareTarget> targets) {
        Wanted {
            targets = List.copyOf(targets);
        }
    }

    /** Whether no copy is to be made. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** One step for each copy. */
    List<Step> steps() {
        return entries.stream().<Step>map(Entry::step).toList();
    }

    /** The present result of each copy. */
    List<ImageResult> images() {
        return Stream.concat(entries.stream().map(Entry::result), untried.stream())
                .toList();
    }

    /** Notes for people about the copies that were made. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** All statuses of all targets. */
    List<TargetResult> targets() {
        return images().stream().flatMap(image -> image.targets().stream()).toList();
    }

    /** Gives every target this first status. */
    void open(TargetStatus status) {
        entries.forEach(entry -> entry.become(status, null));
    }

    /**
     * Makes the copies and shares them. The result is ready when the last one is shared or has failed.
     *
     * @param roleWritten the time of the last write of the role
     */
    CompletableFuture<Void> start(Supplier<Instant> roleWritten, Progress progress) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Sharing sharing = new Sharing(roleWritten, progress);
        List<PlannedCopy> planned =
                entries.stream().map(entry -> entry.wanted.copy()).toList();
        return CopyRun.start(new CopyRun(run, progress, sharing), planned)
                .thenCompose(made -> CompletableFuture.allOf(sharing.started.toArray(CompletableFuture[]::new)));
    }

    private Entry of(PlannedCopy copy) {
        return entries.stream()
                .filter(entry -> entry.wanted.copy() == copy)
                .findFirst()
                .orElseThrow();
    }

    /** Shares what is complete. */
    private final class Sharing implements CopyListener {

        private final Supplier<Instant> roleWritten;
        private final Progress progress;
        private final List<CompletableFuture<Void>> started = Collections.synchronizedList(new ArrayList<>());

        Sharing(Supplier<Instant> roleWritten, Progress progress) {
            this.roleWritten = roleWritten;
            this.progress = progress;
        }

        @Override
        public void begun(PlannedCopy copy, ImageRef image) {
            of(copy).begun(image);
        }

        @Override
        public void otherKey(PlannedCopy copy, ImageRef image, KeyId used, KeyId requested) {
            notes.add(run.messages()
                    .get("copy.other-key", copy.sourceRef().id(), image.region(), image.id(), used, requested));
        }

        @Override
        public void available(PlannedCopy copy, ImageRef image) {
            Entry entry = of(copy);
            TargetResults results = entry.shareable(image);
            List<ShareTarget> targets = entry.wanted.targets();
            if (!targets.isEmpty()) {
                progress.step(run.messages().get("progress.share", image.id(), targets.size()));
                started.add(
                        new ImageSteps(run, results, progress).share(new Step.ShareImage(image, targets), roleWritten));
            }
        }

        @Override
        public void failed(PlannedCopy copy, Failure failure) {
            of(copy).become(TargetStatus.FAILED, failure);
        }

        @Override
        public void pending(PlannedCopy copy, Failure reason) {
            of(copy).become(TargetStatus.PENDING, reason);
        }
    }

    /** One copy. It is written by the thread that makes it, and read by the one that reports. */
    private static final class Entry {

        private final Wanted wanted;
        private final TargetResults results = new TargetResults();
        private @Nullable ImageRef image;
        private boolean shareable;
        private TargetStatus status = TargetStatus.PLANNED;
        private @Nullable Failure failure;

        Entry(Wanted wanted) {
            this.wanted = wanted;
            this.image = wanted.copy().state().begun().orElse(null);
        }

        Step.CopyImage step() {
            PlannedCopy copy = wanted.copy();
            return new Step.CopyImage(
                    copy.sourceRef(), copy.state().region(), copy.key(), copy.name(), wanted.targets());
        }

        synchronized void begun(ImageRef copy) {
            image = copy;
        }

        synchronized TargetResults shareable(ImageRef copy) {
            image = copy;
            shareable = true;
            results.open(copy, wanted.targets(), TargetStatus.NOT_TRIED);
            return results;
        }

        synchronized void become(TargetStatus now, @Nullable Failure why) {
            status = now;
            failure = why;
        }

        synchronized ImageResult result() {
            PlannedCopy copy = wanted.copy();
            return new ImageResult(
                    copy.state().region(),
                    image == null ? null : image.id(),
                    copy.name(),
                    true,
                    shareable && image != null ? results.of(image) : beforeShare(),
                    copy.sourceRef());
        }

        private List<TargetResult> beforeShare() {
            return wanted.targets().stream()
                    .map(target -> new TargetResult(target.type(), target.id(), status, failure))
                    .toList();
        }
    }
}
