package dev.shareimage.app.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that advances when every thread of a run waits, so concurrent calls take the time of one. The states of the
 * threads tell which of them work.
 */
public final class QuietTime extends FakeTime implements AutoCloseable {

    private static final int GLANCES = 4;

    private final PriorityQueue<Instant> ends = new PriorityQueue<>(Comparator.naturalOrder());
    private final Thread main = Thread.currentThread();
    private final Thread mover = new Thread(this::move, "time");

    /** Time for runs of the calling thread. */
    public QuietTime() {
        mover.setDaemon(true);
        mover.start();
    }

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        Instant end = instant().plus(time);
        ends.add(end);
        while (instant().isBefore(end)) {
            wait();
        }
    }

    @Override
    public void close() {
        mover.interrupt();
    }

    private void move() {
        try {
            for (int quiet = 0; true; Thread.sleep(2)) {
                quiet = allWait() ? quiet + 1 : 0;
                if (quiet == GLANCES) {
                    toNextEnd();
                    quiet = 0;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void toNextEnd() {
        Instant next = ends.poll();
        if (next != null) {
            pass(Duration.between(instant(), next.isBefore(instant()) ? instant() : next));
            notifyAll();
        }
    }

    private boolean allWait() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.equals(main) || thread.getName().equals("call"))
                .allMatch(thread -> switch (thread.getState()) {
                    case WAITING, TIMED_WAITING, TERMINATED -> true;
                    default -> false;
                });
    }
}
