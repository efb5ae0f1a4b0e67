package dev.shareimage.app.select;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.RegionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks several regions the same question concurrently, and records the regions that could not be read. */
final class RegionLists {

    private final RunContext run;
    private final boolean tolerant;
    private final Map<RegionId, CloudException> unread = new LinkedHashMap<>();

    /** @param tolerant whether to go on without the regions that could not be read, because nobody named them */
    RegionLists(RunContext run, boolean tolerant) {
        this.run = run;
        this.tolerant = tolerant;
    }

    /** A question to one region. */
    @FunctionalInterface
    interface Question<T> {
        T ask(RegionId region) throws CloudException;
    }

    /**
     * The answers, in the order of the regions.
     *
     * @throws CloudException if a named region gave no answer, or no region did
     */
    <T> Map<RegionId, T> ask(List<RegionId> regions, Question<T> question) throws CloudException {
        Map<RegionId, CompletableFuture<ReadResult<T>>> started = new LinkedHashMap<>();
        regions.forEach(region -> started.put(region, bounded(run.parallel().read(() -> question.ask(region)))));
        Map<RegionId, T> answers = new LinkedHashMap<>();
        for (Map.Entry<RegionId, CompletableFuture<ReadResult<T>>> region : started.entrySet()) {
            ReadResult<T> answer = Parallel.await(region.getValue());
            CloudException failure = answer.failure();
            if (failure == null) {
                answers.put(region.getKey(), answer.require());
            } else if (!tolerant || failure.kind() == Kind.INTERRUPTED) {
                throw failure;
            } else {
                unread.put(region.getKey(), failure);
            }
        }
        if (answers.isEmpty() && !unread.isEmpty()) {
            throw unread.values().iterator().next();
        }
        return answers;
    }

    /** A region that nobody named may take half of the time at most, because the others need the rest. */
    private <T> CompletableFuture<ReadResult<T>> bounded(CompletableFuture<ReadResult<T>> answer) {
        long half = run.clock().left().toMillis() / 2;
        return tolerant ? answer.completeOnTimeout(ReadResult.failed(tooSlow()), half, TimeUnit.MILLISECONDS) : answer;
    }

    private static CloudException tooSlow() {
        return new CloudException(
                Kind.UNAVAILABLE,
                "DescribeImages",
                "TimeBudget",
                "half of the time limit (--timeout) ended before the region answered");
    }

    /** The regions without an answer, and the reasons. */
    Map<RegionId, CloudException> unread() {
        return unread;
    }
}
