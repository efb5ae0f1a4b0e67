package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdaptiveRateLimiterTest {

    private final AdaptiveRateLimiter limiter = new AdaptiveRateLimiter();
    private Instant now = FakeSleeper.START;

    @Test
    void nothing_waits_before_the_first_throttle() {
        for (int call = 0; call < 1000; call++) {
            assertThat(limiter.delay(now)).isEqualTo(Duration.ZERO);
            succeed();
        }
        assertThat(limiter.perSecond()).isInfinite();
    }

    @Test
    void the_limit_becomes_the_rate_of_the_calls_that_succeeded() {
        throttleHalf();
        assertThat(limiter.perSecond()).isCloseTo(20, within(1.5));
        assertThat(limiter.delay(now)).isEqualTo(Duration.ZERO);
        assertThat(limiter.delay(now).toMillis()).isBetween(25L, 55L);
    }

    @Test
    void a_lower_rate_that_is_of_no_use_is_taken_back() {
        throttleHalf();
        throttleHalf();
        assertThat(limiter.perSecond()).isInfinite();
    }

    @Test
    void answers_to_calls_before_a_change_say_nothing_about_the_new_rate() {
        throttleHalf();
        double rate = limiter.perSecond();
        Instant before = now.minusMillis(1);
        repeat(40, () -> {
            limiter.throttled(before, now, Duration.ZERO);
            limiter.succeeded(before, now);
        });
        assertThat(limiter.perSecond()).isCloseTo(rate, within(3.0));
    }

    @Test
    void a_cloud_that_takes_no_calls_is_asked_by_one_at_a_time_and_more_rarely() {
        repeat(10, () -> throttle(1));
        now = now.plusMillis(250);
        assertThat(limiter.delay(now)).isEqualTo(Duration.ZERO);
        assertThat(limiter.delay(now)).isEqualTo(Duration.ofMillis(250));
        now = now.plusMillis(250);
        assertThat(limiter.delay(now)).isEqualTo(Duration.ZERO);
        assertThat(limiter.delay(now)).isEqualTo(Duration.ofMillis(500));
        now = now.plusMillis(500);
        assertThat(limiter.delay(now)).isEqualTo(Duration.ZERO);
        assertThat(limiter.delay(now)).as("asks again in time").isEqualTo(Duration.ofMillis(500));
        now = now.plusMillis(500);
        assertThat(limiter.delay(now)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void nobody_asks_before_the_time_that_the_cloud_tells() {
        repeat(9, () -> throttle(1));
        limiter.throttled(now, now, Duration.ofSeconds(20));
        now = now.plusSeconds(19);
        assertThat(limiter.delay(now)).isNotEqualTo(Duration.ZERO);
        now = now.plusSeconds(1);
        assertThat(limiter.delay(now)).isEqualTo(Duration.ZERO);
    }

    /** Enough calls to judge a rate of forty a second. */
    private void throttleHalf() {
        repeat(10, () -> {
            throttle(25);
            succeed(25);
        });
    }

    private void repeat(int times, Runnable answers) {
        for (int time = 0; time < times; time++) {
            answers.run();
        }
    }

    private void succeed() {
        limiter.succeeded(now, now);
    }

    private void succeed(int milliseconds) {
        now = now.plusMillis(milliseconds);
        succeed();
    }

    private void throttle(int milliseconds) {
        now = now.plusMillis(milliseconds);
        limiter.throttled(now, now, Duration.ZERO);
    }
}
