package dev.shareimage.cloud.aliyun.http;

import dev.shareimage.cloud.aliyun.http.TransportException.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests on its own threads, so that no connection can delay a run beyond its time limit or after an
 * interruption. The JDK's timeouts start again with every byte, its name lookups have none, and its reads cannot be
 * interrupted.
 */
public final class BoundedTransport {

    private final Transport transport;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "request");
                thread.setDaemon(true);
                return thread;
            });

    public BoundedTransport(Transport transport) {
        this.transport = transport;
    }

    /**
     * Sends a request.
     *
     * @param longest the maximum time from the name lookup to the last byte of the answer
     * @throws InterruptedException if the run is to end; the request may still be carried out
     */
    public HttpResponse send(HttpRequest request, Duration longest) throws TransportException, InterruptedException {
        Future<HttpResponse> answer = threads.submit(() -> transport.send(request));
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TransportException(
                    "Timeout", request.uri().getHost() + " did not answer in time", Outcome.SENT, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransportException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }
}
