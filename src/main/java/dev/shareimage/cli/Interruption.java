package dev.shareimage.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a running command early after a signal. It interrupts the command's thread and gives it time to report what was
 * done.
 *
 * <p>The JVM exits with 130 or 143 after its shutdown hooks have returned.
 */
public final class Interruption {

    /** A call in progress may take some time, but a user who pressed Ctrl-C does not wait longer. */
    private static final int MAX_WAIT_SECONDS = 10;

    private static final String TERMINATOR = "SIGTERM handler";

    private final Thread worker;
    private final CountDownLatch over = new CountDownLatch(1);

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    /** An interruption of the current thread. */
    public static Interruption ofThisThread() {
        return new Interruption(Thread.currentThread());
    }

    /** Whether the JVM is ending because of SIGTERM: it names the thread that handles a signal after it. */
    static boolean isTermination() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> TERMINATOR.equals(thread.getName()));
    }

    /** Says that the command has ended and has reported. */
    public void over() {
        over.countDown();
    }

    /** Interrupts the command unless it has ended, and waits for its end. */
    public void interrupt() {
        if (over.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            boolean ended = over.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
            assert ended || worker.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
