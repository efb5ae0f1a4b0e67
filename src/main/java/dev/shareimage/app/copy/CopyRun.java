package dev.shareimage.app.copy;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.copy.CopyBegin.Begun;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes copies and waits for them, in all regions concurrently. */
public final class CopyRun {

    /** A copy that was just started may not be listed yet. After this number of reads it counts as deleted. */
    private static final int MAX_LOOKS_UNSEEN = 5;

    private final RunContext run;
    private final Progress progress;
    private final CopyListener listener;
    private final CopyBegin begin;
    private final ImageWatch watch;
    private final Map<ImageRef, PlannedCopy> open = new LinkedHashMap<>();
    private final Set<ImageRef> found = new HashSet<>();
    private final Map<ImageRef, Integer> unseen = new HashMap<>();
    private final Set<PlannedCopy> undecided = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<PlannedCopy> again = Collections.newSetFromMap(new IdentityHashMap<>());

    public CopyRun(RunContext run, Progress progress, CopyListener listener) {
        this.run = run;
        this.progress = progress;
        this.listener = listener;
        this.begin = new CopyBegin(run);
        this.watch = new ImageWatch(run);
    }

    /** Runs in its own thread, because it waits for minutes and must not block other calls. */
    public static CompletableFuture<Void> start(CopyRun copies, Collection<PlannedCopy> planned) {
        return CompletableFuture.runAsync(() -> copies.carryOut(planned), work -> {
            Thread thread = new Thread(work, "copies");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Tells the listener how every copy ended, whatever happens. */
    void carryOut(Collection<PlannedCopy> planned) {
        undecided.addAll(planned);
        try {
            begin(planned, null);
            while (!open.isEmpty()) {
                Map<ImageRef, ReadResult<Optional<Image>>> seen = watch.look(open.keySet());
                for (Map.Entry<ImageRef, ReadResult<Optional<Image>>> look : seen.entrySet()) {
                    judge(look.getKey(), look.getValue());
                }
                if (!open.isEmpty()) {
                    await(seen);
                }
            }
        } catch (CloudException e) {
            giveUp(e);
        }
    }

    private void begin(Collection<PlannedCopy> planned, @Nullable ImageId gone) throws CloudException {
        Map<PlannedCopy, CompletableFuture<ReadResult<Begun>>> started = new IdentityHashMap<>();
        for (PlannedCopy copy : planned) {
            progress.step(run.messages()
                    .get("progress.copy", copy.sourceRef().id(), copy.state().region()));
            started.put(copy, run.parallel().read(() -> begin.begin(copy, gone)));
        }
        for (PlannedCopy copy : planned) {
            ReadResult<Begun> result = Parallel.await(Objects.requireNonNull(started.get(copy)));
            CloudException failure = result.failure();
            if (failure == null) {
                ImageRef image = result.require().image();
                open.put(image, copy);
                if (!result.require().ordered()) {
                    found.add(image);
                }
                listener.begun(copy, image);
            } else {
                undecided.remove(copy);
                notBegun(copy, failure);
            }
        }
    }

    /** If the answer was lost, the cloud may be making the copy although no list shows it yet. */
    private void notBegun(PlannedCopy copy, CloudException failure) {
        boolean answered = failure.code().contains("Throttling")
                || (failure.kind() != Kind.UNAVAILABLE && failure.kind() != Kind.MALFORMED);
        if (answered) {
            listener.failed(copy, describe(failure));
        } else {
            listener.pending(copy, describe(failure));
        }
    }

    private void judge(ImageRef image, ReadResult<Optional<Image>> reading) throws CloudException {
        CloudException failure = reading.failure();
        if (failure != null) {
            listener.pending(close(image), describe(failure));
            return;
        }
        Optional<Image> now = reading.require();
        if (now.isEmpty()) {
            if (unseen.merge(image, 1, Integer::sum) >= MAX_LOOKS_UNSEEN) {
                vanished(image);
            }
        } else if (now.get().available() && isPlain(now.get())) {
            fail(image, "not encrypted");
        } else if (now.get().available()) {
            progress.step(run.messages().get("progress.copied", image.id(), image.region()));
            PlannedCopy copy = close(image);
            if (found.contains(image)) {
                compareKeys(copy, image, now.get());
            }
            listener.available(copy, image);
        } else if (!now.get().unfinished()) {
            fail(image, now.get().status());
        }
    }

    /** Another run may have started the copy with another key. If that cannot be read, there is nothing to say. */
    private void compareKeys(PlannedCopy copy, ImageRef image, Image found) throws CloudException {
        Optional<KeyId> requested = copy.state().key().keyId();
        if (requested.isPresent()) {
            Parallel.await(run.parallel()
                            .read(() -> run.cloud().images().snapshots(image.region(), found.snapshotIds())))
                    .known()
                    .orElse(List.of())
                    .stream()
                    .flatMap(snapshot -> Stream.ofNullable(snapshot.key()))
                    .filter(used -> !used.equals(requested.get()))
                    .findFirst()
                    .ifPresent(used -> listener.otherKey(copy, image, used, requested.get()));
        }
    }

    /** The token of a deleted copy returns its id again, so the new order must differ. */
    private void vanished(ImageRef image) throws CloudException {
        PlannedCopy copy = open.get(image);
        if (copy != null && copy.key() != null && again.add(copy)) {
            open.remove(image);
            begin(List.of(copy), image.id());
        } else {
            fail(image, "absent");
        }
    }

    private void fail(ImageRef image, String status) {
        PlannedCopy copy = close(image);
        listener.failed(copy, notUsable(copy, image, status));
    }

    private static boolean isPlain(Image image) {
        return image.encrypted().filter(encrypted -> !encrypted).isPresent();
    }

    private PlannedCopy close(ImageRef image) {
        PlannedCopy copy = open.remove(image);
        if (copy == null) {
            throw new IllegalStateException("not open: " + image);
        }
        undecided.remove(copy);
        return copy;
    }

    private void await(Map<ImageRef, ReadResult<Optional<Image>>> seen) throws CloudException {
        List<Integer> percents = open.keySet().stream()
                .map(image -> ImageWatch.percent(seen.get(image)))
                .toList();
        int all = percents.stream().mapToInt(percent -> percent).sum();
        ImageRef first = open.keySet().iterator().next();
        String what = open.size() == 1
                ? run.messages().get("progress.wait-copy", first.id(), first.region())
                : run.messages().get("progress.wait-copies", open.size());
        progress.percent(what, all / percents.size());
        watch.pause(percents.stream().mapToInt(percent -> percent).max().orElse(0), what);
    }

    private void giveUp(CloudException e) {
        undecided.forEach(copy -> listener.pending(copy, describe(e)));
        open.clear();
    }

    private Failure describe(CloudException e) {
        return new FailureDescriber(run.messages()).of(e);
    }

    private Failure notUsable(PlannedCopy copy, ImageRef image, String status) {
        return new Failure(
                Kind.REFUSED,
                Failure.COPY_FAILED,
                run.messages().get("failure.copy", copy.sourceRef().id(), image.region(), image.id(), status),
                null,
                run.messages().get("failure.copy.fix", image.id(), image.region()));
    }
}
