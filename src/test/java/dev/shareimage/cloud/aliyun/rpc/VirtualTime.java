package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Time that passes only when all of its threads sleep. Only one of them runs at a time, so each simulation of the same
 * seed is the same.
 */
final class VirtualTime implements Sleeper {

    private final Random random;
    private final PriorityQueue<Sleep> sleeps =
            new PriorityQueue<>(Comparator.comparing(Sleep::end).thenComparingLong(Sleep::number));
    private volatile Instant now = FakeSleeper.START;
    private long count;

    VirtualTime(long seed) {
        random = new Random(seed);
    }

    private record Sleep(Instant end, long number, Semaphore wake) {}

    /** Runs the work on this number of threads to its end, and returns how long it took. */
    Duration run(int threads, Runnable work) throws InterruptedException {
        List<Thread> started = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            Sleep first = fallAsleep(Duration.ofNanos(number));
            Thread thread = new Thread(() -> {
                first.wake().acquireUninterruptibly();
                work.run();
                wakeNext();
            });
            thread.start();
            started.add(thread);
        }
        wakeNext();
        for (Thread thread : started) {
            thread.join();
        }
        return Duration.between(FakeSleeper.START, now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Sleep sleep = fallAsleep(duration);
        wakeNext();
        sleep.wake().acquire();
    }

    @Override
    public synchronized double chance() {
        return random.nextDouble();
    }

    private synchronized Sleep fallAsleep(Duration duration) {
        Sleep sleep = new Sleep(now.plus(duration), count++, new Semaphore(0));
        sleeps.add(sleep);
        return sleep;
    }

    private synchronized void wakeNext() {
        Sleep next = sleeps.poll();
        if (next != null) {
            now = next.end();
            next.wake().release();
        }
    }
}
