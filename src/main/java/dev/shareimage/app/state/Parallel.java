package dev.shareimage.app.state;

import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CallPool.Call;
import dev.shareimage.cloud.CloudException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts reads and other work on the threads of the run, and waits for them. */
public final class Parallel implements AutoCloseable {

    private final CallPool pool;

    /** Uses threads of its own. */
    public Parallel(int concurrency) {
        this(new CallPool(concurrency));
    }

    /** Uses the threads of the run. */
    public Parallel(CallPool pool) {
        this.pool = pool;
    }

    /** Starts a read. It always completes, with a value or with the reason for having none. */
    public <T> CompletableFuture<ReadResult<T>> read(Call<T> call) {
        return CompletableFuture.supplyAsync(() -> result(call), pool.executor());
    }

    /** Does the same before all waiting work, so that the reads that depend on an early one do not all come last. */
    public <T> CompletableFuture<ReadResult<T>> readNext(Call<T> call) {
        return CompletableFuture.supplyAsync(() -> result(call), pool.nextExecutor());
    }

    private static <T> ReadResult<T> result(Call<T> call) {
        try {
            return ReadResult.of(call.call());
        } catch (CloudException e) {
            return ReadResult.failed(e);
        }
    }

    /**
     * Makes all calls concurrently and returns the results in order. The calling thread may belong to the run.
     *
     * @throws CloudException the first failure
     */
    public <T> List<T> all(List<Call<T>> calls) throws CloudException {
        return pool.all(calls);
    }

    /** Starts work that records its failures itself. */
    public CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, pool.executor());
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
        return CallPool.await(future);
    }

    /** Waits for the results, in the order of the list. */
    public static <T> List<T> awaitEach(List<CompletableFuture<T>> futures) throws CloudException {
        awaitAll(futures);
        return futures.stream().map(CompletableFuture::join).toList();
    }

    /** Ends the threads, and interrupts calls in progress. */
    @Override
    public void close() {
        pool.close();
    }
}
