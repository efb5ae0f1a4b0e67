package dev.shareimage.cloud;

import dev.shareimage.cloud.CloudException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads that make calls concurrently, up to a maximum. A thread ends when there is nothing to do. */
public final class CallPool implements AutoCloseable {

    private static final long SECONDS_UNTIL_THREADS_END = 5;

    private final ThreadPoolExecutor threads;

    /** @param concurrency the maximum number of concurrent calls, at least 1 */
    public CallPool(int concurrency) {
        threads = new ThreadPoolExecutor(
                concurrency, concurrency, SECONDS_UNTIL_THREADS_END, TimeUnit.SECONDS, new Line(), work -> {
                    Thread thread = new Thread(work, "call");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** A call to the cloud. */
    @FunctionalInterface
    public interface Call<T> {
        T call() throws CloudException;
    }

    /** Runs single tasks on the threads. */
    public Executor executor() {
        return threads;
    }

    /** Runs single tasks before all waiting ones. */
    public Executor nextExecutor() {
        return task -> threads.execute(new Next(task));
    }

    private record Next(Runnable task) implements Runnable {
        @Override
        public void run() {
            task.run();
        }
    }

    /** The waiting tasks in order, without the ones that run next. */
    private static final class Line extends LinkedBlockingDeque<Runnable> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return task instanceof Next ? offerFirst(task) : offerLast(task);
        }
    }

    /**
     * Makes all calls and returns the results in order. The calling thread makes those that no other thread has started,
     * so it may belong to the pool.
     *
     * @throws CloudException the first failure, in order; calls that were not started are not made
     */
    public <T> List<T> all(List<Call<T>> calls) throws CloudException {
        List<FutureTask<T>> tasks = new ArrayList<>(calls.size());
        calls.forEach(call -> tasks.add(new FutureTask<>(call::call)));
        try {
            tasks.subList(Math.min(1, tasks.size()), tasks.size()).forEach(threads::execute);
            List<T> results = new ArrayList<>(calls.size());
            for (FutureTask<T> task : tasks) {
                task.run();
                results.add(await(task));
            }
            return results;
        } finally {
            tasks.forEach(task -> task.cancel(false));
        }
    }

    /**
     * Waits for the result.
     *
     * @throws CloudException the failure of the call, or one of kind {@code INTERRUPTED} if the run is to end
     */
    public static <T> T await(Future<T> future) throws CloudException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, "", "Interrupted", "the run was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CloudException failure) {
                throw failure;
            }
            throw unchecked(e.getCause());
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException defect) {
            return defect;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    /** Ends the threads, and interrupts calls in progress. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
