package dev.shareimage.cloud.aliyun.rpc;

import static dev.shareimage.cloud.aliyun.rpc.ThrottlingSimulation.notBetween;
import static dev.shareimage.cloud.aliyun.rpc.ThrottlingSimulation.perSecond;
import static dev.shareimage.cloud.aliyun.rpc.ThrottlingSimulation.randomly;
import static dev.shareimage.cloud.aliyun.rpc.ThrottlingSimulation.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cloud.aliyun.rpc.ThrottlingSimulation.Outcome;
import dev.shareimage.cloud.aliyun.rpc.ThrottlingSimulation.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long many calls take, and how many are throttled, for all rules by which a cloud may throttle. */
class ThrottlingTest {

    private static final Duration LATENCY = Duration.ofMillis(50);

    /** Without throttling, 1,400 calls take 4.4 seconds. */
    @ParameterizedTest
    @CsvSource({"0.05, 6", "0.1, 7.5", "0.2, 12", "0.3, 20"})
    void throttling_at_random_costs_little_more_than_the_calls_that_are_repeated(double share, double maxSeconds)
            throws InterruptedException {
        for (int seed = 0; seed < 3; seed++) {
            Outcome outcome = run(16, 1400, seed, randomly(share));
            assertThat(outcome.failed()).isZero();
            assertThat(outcome.seconds()).isLessThan(maxSeconds);
            assertThat(outcome.sent()).isLessThan((int) (1400 / (1 - share) * 1.06));
        }
    }

    @Test
    void throttling_at_random_costs_no_more_in_a_long_run() throws InterruptedException {
        Outcome outcome = run(16, 6000, 1, randomly(0.2));
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.seconds()).isLessThan(6000 / 1400.0 * 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100, 200})
    void a_limit_of_calls_a_second_is_reached_and_few_calls_are_throttled(int rate) throws InterruptedException {
        Outcome outcome = run(64, 40 * rate, 3, perSecond(rate, 1 + rate / 10.0));
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.seconds()).isLessThan(40 * 1.2);
        assertThat(outcome.sent()).isLessThan((int) (40 * rate * 1.4));
    }

    @Test
    void a_window_of_a_second_is_used_up_and_few_calls_are_throttled() throws InterruptedException {
        Outcome outcome = run(16, 3000, 3, window(100, Duration.ofSeconds(1)));
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.seconds()).isLessThan(30 * 1.15);
        assertThat(outcome.sent()).isLessThan((int) (3000 * 1.1));
    }

    /** Five windows are full, so the calls end in the sixth. */
    @Test
    void a_window_of_a_minute_is_used_up_and_the_next_one_awaited() throws InterruptedException {
        Outcome outcome = run(16, 5500, 3, window(1000, Duration.ofMinutes(1)));
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.seconds()).isLessThan(5 * 60 + 8);
        assertThat(outcome.sent()).isLessThan(5500 + 5 * 50);
    }

    @Test
    void a_single_caller_outlasts_a_minute_without_any_successful_call() throws InterruptedException {
        for (int seed = 0; seed < 10; seed++) {
            Outcome outcome = run(1, 1, seed, notBetween(0, 45));
            assertThat(outcome.failed()).isZero();
            assertThat(outcome.sent()).isLessThanOrEqualTo(13);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 11", "0.2, 60"})
    void a_time_without_any_successful_call_is_outlasted_with_few_calls(double from, double to)
            throws InterruptedException {
        Outcome outcome = run(16, 1400, 5, notBetween(from, to));
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.seconds()).isLessThan(to + 12);
        assertThat(outcome.sent()).isLessThan(1400 + 16 + (int) (to - from) + 20);
    }

    @Test
    void a_cloud_that_takes_no_call_is_hardly_asked_until_the_attempts_are_used_up() throws InterruptedException {
        Outcome outcome = run(16, 16, 5, notBetween(0, 10_000));
        assertThat(outcome.failed()).isEqualTo(16);
        assertThat(outcome.sent()).isEqualTo(16 * 13);
        assertThat(outcome.sent() / outcome.seconds()).isLessThan(1);
    }

    @Test
    void a_limit_is_kept_also_if_some_calls_are_throttled_at_random() throws InterruptedException {
        Outcome outcome = run(64, 3000, 3, perSecond(100, 10).and(randomly(0.05)));
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.seconds()).isLessThan(30 * 1.4);
        assertThat(outcome.sent()).isLessThan((int) (3000 * 1.4));
    }

    private static Outcome run(int threads, int calls, long seed, Rule rule) throws InterruptedException {
        return new ThrottlingSimulation(threads, calls, LATENCY).run(seed, rule);
    }
}
