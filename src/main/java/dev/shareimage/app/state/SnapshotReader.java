package dev.shareimage.app.state;

import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Images;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.RegionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the snapshots of the images of a region. When a thread is free for a call, it takes all images that wait, as far
 * as one call can read them. So a single image never waits for others.
 */
final class SnapshotReader {

    /** What hits every call of the run in the same way, so that smaller calls help nobody. */
    private static final Set<Kind> OF_EVERY_CALL = EnumSet.of(Kind.NO_CREDENTIALS, Kind.UNREACHABLE, Kind.INTERRUPTED);

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private int gatherers;

    SnapshotReader(Cloud cloud, Parallel parallel, RegionId region) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
    }

    /** The snapshots of one image. */
    private record Request(List<String> ids, CompletableFuture<ReadResult<List<Snapshot>>> result) {}

    /** The snapshots with these ids that the caller can see, in the order of the ids. */
    CompletableFuture<ReadResult<List<Snapshot>>> of(List<String> ids) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(ReadResult.of(List.of()));
        }
        Request request = new Request(ids, new CompletableFuture<>());
        boolean now;
        synchronized (waiting) {
            waiting.addLast(request);
            now = gatherers == 0;
        }
        if (now) {
            start();
        }
        return request.result();
    }

    /** Runs what asks for the snapshots of many images, and only then begins to read them. */
    <T> T together(Supplier<T> requests) {
        synchronized (waiting) {
            gatherers++;
        }
        try {
            return requests.get();
        } finally {
            boolean now;
            synchronized (waiting) {
                gatherers--;
                now = gatherers == 0 && !waiting.isEmpty();
            }
            if (now) {
                start();
            }
        }
    }

    private void start() {
        List<Request> batch = new ArrayList<>();
        parallel.readNext(() -> {
                    batch.addAll(take());
                    return batch.isEmpty()
                            ? List.<Snapshot>of()
                            : cloud.images().snapshots(region, ids(batch));
                })
                .whenComplete((answer, defect) -> finish(batch, answer, defect));
    }

    /** Those that wait, as many as one call reads. Another thread begins with the next ones. */
    private List<Request> take() {
        List<Request> batch = new ArrayList<>();
        boolean more;
        synchronized (waiting) {
            int ids = 0;
            while (!waiting.isEmpty()) {
                ids += waiting.getFirst().ids().size();
                if (!batch.isEmpty() && ids > Images.MAX_SNAPSHOTS_PER_CALL) {
                    break;
                }
                batch.add(waiting.removeFirst());
            }
            more = !batch.isEmpty() && !waiting.isEmpty();
        }
        if (more) {
            start();
        }
        return batch;
    }

    private static Set<String> ids(List<Request> batch) {
        Set<String> ids = new LinkedHashSet<>();
        batch.forEach(request -> ids.addAll(request.ids()));
        return ids;
    }

    private void finish(List<Request> batch, ReadResult<List<Snapshot>> answer, @Nullable Throwable defect) {
        if (defect != null) {
            batch.forEach(request -> request.result().completeExceptionally(defect));
        } else if (batch.size() > 1 && mayConcernOne(answer.failure())) {
            batch.forEach(this::readAlone);
        } else {
            Map<String, Snapshot> byId = new HashMap<>();
            answer.known().ifPresent(all -> all.forEach(snapshot -> byId.put(snapshot.id(), snapshot)));
            for (Request request : batch) {
                ReadResult<List<Snapshot>> part = answer.map(all -> part(byId, request.ids()));
                if (batch.size() > 1 && isShort(part, request)) {
                    readAlone(request);
                } else {
                    request.result().complete(part);
                }
            }
        }
    }

    /** The cloud may have passed over some of the ids without a word. Only the answer to few ids says that they are gone. */
    private static boolean isShort(ReadResult<List<Snapshot>> part, Request request) {
        return part.known()
                .filter(snapshots -> snapshots.size() < request.ids().size())
                .isPresent();
    }

    /** An image must not fail because of another one's snapshot. */
    private static boolean mayConcernOne(@Nullable CloudException failure) {
        return failure != null && !OF_EVERY_CALL.contains(failure.kind());
    }

    private void readAlone(Request request) {
        parallel.readNext(() -> cloud.images().snapshots(region, request.ids()))
                .whenComplete((answer, defect) -> finish(List.of(request), answer, defect));
    }

    private static List<Snapshot> part(Map<String, Snapshot> byId, List<String> ids) {
        List<Snapshot> part = new ArrayList<>();
        for (String id : ids) {
            Snapshot snapshot = byId.get(id);
            if (snapshot != null) {
                part.add(snapshot);
            }
        }
        return part;
    }
}
