package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes a few independent calls at the same time. */
public final class ParallelCalls {

    private static final int MAX_THREADS = 8;

    private ParallelCalls() {}

    /** A call to make. */
    public interface Work<T> {
        T done() throws CloudException;
    }

    /** Makes all calls and returns the results in order. The first failure stops the others. */
    public static <T> List<T> all(List<Work<T>> works) throws CloudException {
        List<T> results = new ArrayList<>(works.size());
        if (works.size() <= 1) {
            for (Work<T> work : works) {
                results.add(work.done());
            }
            return results;
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(MAX_THREADS, works.size()), ParallelCalls::daemon);
        try {
            List<Future<T>> futures = new ArrayList<>(works.size());
            for (Work<T> work : works) {
                futures.add(threads.submit(work::done));
            }
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) throws CloudException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, "", "Interrupted", "the run was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CloudException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "page");
        thread.setDaemon(true);
        return thread;
    }
}
