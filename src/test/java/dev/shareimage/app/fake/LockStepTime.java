package dev.shareimage.app.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time for several threads. It advances when all of them sleep, and wakes one at a time, so the order of events depends
 * only on the lengths of their sleeps.
 */
public final class LockStepTime extends FakeTime {

    private static final Comparator<Sleep> EARLIEST =
            Comparator.comparing(Sleep::until).thenComparing(Sleep::number);

    private final PriorityQueue<Sleep> sleeping = new PriorityQueue<>(EARLIEST);
    private int awake;
    private long sleeps;

    /** @param threads how many threads have to sleep before the time advances */
    public LockStepTime(int threads) {
        awake = threads;
    }

    private record Sleep(Instant until, long number) {}

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        Sleep mine = new Sleep(instant().plus(time), sleeps++);
        sleeping.add(mine);
        leave();
        while (sleeping.contains(mine)) {
            wait();
        }
    }

    /** The calling thread will not sleep any more. */
    public synchronized void leave() {
        awake--;
        Sleep next = sleeping.peek();
        if (awake == 0 && next != null) {
            sleeping.remove(next);
            pass(Duration.between(instant(), next.until()));
            awake++;
            notifyAll();
        }
    }
}
