package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Time as retries and pacing see it: what it is, how to let it pass, and chance. */
public interface Sleeper extends InstantSource {

    void sleep(Duration duration) throws InterruptedException;

    /** Evenly spread from 0 to 1, 1 excluded. */
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
