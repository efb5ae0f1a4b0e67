package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, and random numbers that are always the same. */
public final class FakeSleeper implements Sleeper {

    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Duration> slept = new ArrayList<>();
    private final double chance;
    private Instant now = START;

    public FakeSleeper() {
        this(0.5);
    }

    public FakeSleeper(double chance) {
        this.chance = chance;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        slept.add(duration);
        now = now.plus(duration);
    }

    @Override
    public double chance() {
        return chance;
    }

    synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }
}
