package dev.shareimage.app.state;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Runs calls concurrently, up to a maximum. No call waits for a thread of another one. */
public final class Parallel implements AutoCloseable {

    private final ExecutorService pool;

    /**
     *
     * @param concurrency the maximum number of concurrent calls, at least 1
     */
    public Parallel(int concurrency) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                concurrency, concurrency, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "call");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        this.pool = threads;
    }

    /** A call to the cloud. */
    @FunctionalInterface
    public interface Call<T> {
        T call() throws CloudException;
    }

    /** A call to the cloud without a result. */
    @FunctionalInterface
    public interface Work {
        void run() throws CloudException;
    }

    /** Starts a read. It always completes, with a value or with the reason for having none. */
    public <T> CompletableFuture<ReadResult<T>> read(Call<T> call) {
        return CompletableFuture.supplyAsync(() -> result(call), pool);
    }

    private static <T> ReadResult<T> result(Call<T> call) {
        try {
            return ReadResult.of(call.call());
        } catch (CloudException e) {
            return ReadResult.failed(e);
        }
    }

    /**
     * Makes two calls concurrently. The calling thread may belong to the pool: if no other thread is free, it makes
     * both calls.
     *
     * @throws CloudException the failure of either call
     */
    public <A, B, R> R both(Call<A> here, Call<B> beside, BiFunction<A, B, R> combine) throws CloudException {
        FutureTask<ReadResult<B>> other = new FutureTask<>(() -> result(beside));
        pool.execute(other);
        A first = here.call();
        other.run();
        try {
            return combine.apply(first, other.get().require());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    /** Starts work that records its failures itself. */
    public CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, pool);
    }

    /** Waits for all of them. */
    public static void awaitAll(Collection<? extends CompletableFuture<?>> futures) throws CloudException {
        await(CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)));
    }

    /**
     * Waits for the result.
     *
     * @throws CloudException of kind {@code INTERRUPTED} if the run is to end
     */
    public static <T> T await(CompletableFuture<T> future) throws CloudException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    /** Waits for the results, in the order of the list. */
    public static <T> List<T> awaitEach(List<CompletableFuture<T>> futures) throws CloudException {
        awaitAll(futures);
        return futures.stream().map(CompletableFuture::join).toList();
    }

    /** Ends the threads, and interrupts calls in progress. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static CloudException interrupted() {
        return new CloudException(Kind.INTERRUPTED, "", "Interrupted", "the run was interrupted");
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
}
