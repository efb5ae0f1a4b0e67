package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdaptiveRateLimiterTest {

    private final AdaptiveRateLimiter pace = new AdaptiveRateLimiter();
    private Instant now = FakeSleeper.START;

    @Test
    void nothing_waits_before_the_first_throttle() {
        for (int call = 0; call < 1000; call++) {
            assertThat(pace.delay(now)).isEqualTo(Duration.ZERO);
            pace.succeeded(now);
        }
        assertThat(pace.perSecond()).isInfinite();
    }

    @Test
    void the_first_throttle_sets_the_rate_to_what_just_went_through() {
        succeed(20, 50);
        pace.throttled(now);
        assertThat(pace.perSecond()).isEqualTo(20);
        assertThat(pace.delay(now)).isEqualTo(Duration.ZERO);
        assertThat(pace.delay(now)).isEqualTo(Duration.ofMillis(50));
        assertThat(pace.delay(now)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void throttles_of_calls_that_were_under_way_together_count_once() {
        succeed(20, 50);
        pace.throttled(now);
        pace.throttled(now.plusMillis(100));
        pace.throttled(now.plusMillis(249));
        pace.throttled(now.plusMillis(249));
        assertThat(pace.perSecond()).isEqualTo(20);
        pace.succeeded(now.plusMillis(249));
        double raised = pace.perSecond();
        pace.throttled(now.plusMillis(250));
        assertThat(pace.perSecond()).isEqualTo(raised * 0.8);
    }

    @Test
    void the_rate_never_falls_to_nothing() {
        for (int second = 0; second < 600; second++) {
            now = now.plusSeconds(1);
            pace.succeeded(now);
            pace.throttled(now);
        }
        assertThat(pace.perSecond()).isBetween(0.5, 4.0);
    }

    @Test
    void a_cloud_that_takes_nothing_for_a_while_is_asked_twice_a_second_and_then_as_often_as_before() {
        succeed(40, 50);
        Instant throttled = now;
        while (now.isBefore(throttled.plusSeconds(30))) {
            now = now.plus(pace.delay(now)).plusMillis(1);
            pace.throttled(now);
        }
        assertThat(pace.perSecond()).isEqualTo(2);

        Instant start = now;
        for (int call = 0; call < 18; call++) {
            now = now.plus(pace.delay(now)).plusMillis(1);
            pace.succeeded(now);
        }
        assertThat(Duration.between(start, now)).isLessThan(Duration.ofSeconds(4));
        assertThat(pace.perSecond()).isEqualTo(20);
    }

    @Test
    void a_second_without_throttling_raises_the_rate() {
        succeed(40, 50);
        pace.throttled(now);
        double rate = pace.perSecond();
        succeed(20, 50);
        assertThat(pace.perSecond()).isCloseTo(rate + 1, offset(0.1));
    }

    @Test
    void an_early_throttle_is_made_up_for_soon() {
        pace.succeeded(now);
        pace.throttled(now);
        assertThat(pace.perSecond()).isEqualTo(2);
        Instant start = now;
        for (int call = 0; call < 40; call++) {
            now = now.plus(pace.delay(now)).plusMillis(1);
            pace.succeeded(now);
        }
        assertThat(Duration.between(start, now)).isLessThan(Duration.ofSeconds(6));
        assertThat(pace.perSecond()).isEqualTo(42);
    }

    @Test
    void throttles_of_a_fifth_of_the_calls_end_the_doubling() {
        pace.succeeded(now);
        pace.throttled(now);
        succeed(19, 50);
        for (int call = 0; call < 3; call++) {
            pace.throttled(now);
            assertThat(pace.perSecond()).isEqualTo(21);
        }
        pace.throttled(now);
        assertThat(pace.perSecond()).isEqualTo(21 * 0.8);
        pace.succeeded(now);
        assertThat(pace.perSecond()).isCloseTo(16.8 + 1 / 16.8, offset(0.001));
    }

    @Test
    void a_few_throttles_do_not_lower_the_rate() {
        succeed(40, 50);
        pace.throttled(now);
        for (int second = 0; second < 10; second++) {
            succeed(18, 50);
            pace.throttled(now);
            now = now.plusMillis(50);
            pace.throttled(now);
            now = now.plusMillis(50);
        }
        assertThat(pace.perSecond()).isBetween(26.0, 30.0);
    }

    /** A lower rate would not spare them, so it must not fall until next to nothing goes through. */
    @Test
    void throttles_that_do_not_come_from_the_rate_cost_little() {
        Random random = new Random(7);
        succeed(40, 20);
        Instant start = now;
        for (int done = 0; done < 300; ) {
            now = now.plus(pace.delay(now)).plusMillis(1);
            if (random.nextInt(20) == 0) {
                pace.throttled(now);
            } else {
                pace.succeeded(now);
                done++;
            }
        }
        assertThat(Duration.between(start, now)).isLessThan(Duration.ofSeconds(8));
    }

    /** Calls that are always ready reach nearly the rate of a cloud that accepts 50 calls a second. */
    @Test
    void it_settles_near_to_what_the_cloud_allows() {
        int done = 0;
        int second = -1;
        int taken = 0;
        Instant end = now.plusSeconds(60);
        while (now.isBefore(end)) {
            now = now.plus(pace.delay(now)).plusMillis(1);
            int current = (int) Duration.between(FakeSleeper.START, now).toSeconds();
            taken = current == second ? taken + 1 : 1;
            second = current;
            if (taken <= 50) {
                pace.succeeded(now);
                done++;
            } else {
                pace.throttled(now);
            }
        }
        assertThat(done).isBetween(60 * 42, 60 * 50);
    }

    private void succeed(int calls, int milliseconds) {
        for (int call = 0; call < calls; call++) {
            now = now.plusMillis(milliseconds);
            pace.succeeded(now);
        }
    }
}
