package dev.shareimage.app.fake;

import dev.shareimage.app.run.RunClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes without waiting: sleeping moves the clock. */
public class FakeTime extends Clock implements RunClock.Sleeper {

    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        pass(time);
    }

    /** Moves the clock without sleeping. */
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** The time since the start. */
    public Duration elapsed() {
        return Duration.between(START, instant());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
