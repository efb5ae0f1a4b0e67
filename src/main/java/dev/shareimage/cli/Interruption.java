package dev.shareimage.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a running command early, on a signal: its thread is interrupted, and gets the time to say what was done.
 *
 * <p>The JVM ends by itself with 130 or 143 once its shutdown hooks have returned.
 */
public final class Interruption {

    /** A call under way may have to be waited for; a person who pressed Ctrl-C does not wait longer. */
    private static final int PATIENCE_SECONDS = 10;

    private final Thread worker;
    private final CountDownLatch over = new CountDownLatch(1);

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    /** Of the thread that calls this. */
    public static Interruption ofThisThread() {
        return new Interruption(Thread.currentThread());
    }

    /** The command has ended, and said so. */
    public void over() {
        over.countDown();
    }

    /** Interrupts the command unless it has ended, and waits until it has. */
    public void interrupt() {
        if (over.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            boolean ended = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assert ended || worker.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
