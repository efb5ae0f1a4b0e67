package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** The time for retries and rate limits: the current time, waiting, and random numbers. */
public interface Sleeper extends InstantSource {

    void sleep(Duration duration) throws InterruptedException;

    /** A random number from 0 (inclusive) to 1 (exclusive). */
    double chance();

    /** Real time, by the given clock. */
    static Sleeper real(InstantSource clock) {
        return new Sleeper() {
            @Override
            public java.time.Instant instant() {
                return clock.instant();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }

            @Override
            public double chance() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
