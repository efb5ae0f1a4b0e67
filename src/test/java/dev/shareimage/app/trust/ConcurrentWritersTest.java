package dev.shareimage.app.trust;

import static dev.shareimage.app.run.ServiceFixture.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Progress;
import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.fake.LockStepTime;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.HostLock;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many writers of one trust policy at once, as on several machines, with time between read and write and with lagging
 * reads. Many writers use what they read up to a second earlier. There are hundreds of scenarios, and a seed decides
 * each. {@code -Dshare-image.seed} repeats a scenario, and {@code -Dshare-image.scenarios} sets their number.
 */
class ConcurrentWritersTest {

    private static final int SCENARIOS = Integer.getInteger("share-image.scenarios", 150);
    private static final long SEED = Long.getLong("share-image.seed", 20261123L);
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final String FOREIGN = "{\"Version\":\"1\",\"Statement\":[{\"Sid\":\"keep\",\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]},\"X\":1.50}]}";

    @Test
    void all_end_in_the_policy() throws Exception {
        for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
            Scenario scenario = new Scenario(seed, 2 + (int) (seed % 7), 0, 1_000, SETTLE);
            scenario.run();

            TrustPolicy trust = scenario.cloud.roles().trust();
            assertThat(trust.accounts())
                    .as("who is trusted with -Dshare-image.seed=%d", seed)
                    .hasSize(scenario.writers);
            assertThat(trust.json()).as("-Dshare-image.seed=%d", seed).contains("\"Sid\":\"keep\"", "\"X\":1.50");
        }
    }

    @Test
    void all_end_in_the_policy_though_somebody_writes_blindly() throws Exception {
        for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
            Scenario scenario = new Scenario(seed, 2 + (int) (seed % 4), 1, 1_000, SETTLE);
            scenario.run();

            assertThat(scenario.cloud.roles().trust().accounts())
                    .as("who is trusted with -Dshare-image.seed=%d", seed)
                    .containsAll(IntStream.range(0, scenario.writers)
                            .mapToObj(ServiceFixture::account)
                            .toList());
        }
    }

    @Test
    void all_end_in_the_policy_though_reads_lag_longer_than_the_settle_time() throws Exception {
        for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
            Scenario scenario = new Scenario(seed, 2 + (int) (seed % 7), 0, 9_000, SETTLE);
            scenario.run();

            assertThat(scenario.cloud.roles().trust().accounts())
                    .as("who is trusted with -Dshare-image.seed=%d", seed)
                    .hasSize(scenario.writers);
        }
    }

    @Test
    void some_are_lost_without_the_settle_time() throws Exception {
        int lost = 0;
        for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
            Scenario scenario = new Scenario(seed, 8, 0, 1_000, Duration.ZERO);
            scenario.run();
            lost += 8 - scenario.cloud.roles().trust().accounts().size();
        }

        assertThat(lost).isPositive();
    }

    @Test
    void most_accounts_are_lost_without_a_read_back() throws Exception {
        Scenario scenario = new Scenario(SEED, 0, 10, 1_000, SETTLE);
        scenario.run();

        assertThat(scenario.cloud.roles().trust().accounts()).hasSizeLessThan(10);
    }

    /** One scenario. */
    private static final class Scenario {

        final FakeCloud cloud;
        final int writers;
        private final int blind;
        private final Duration settle;
        private final LockStepTime time;
        private final Random random;

        /** Starts no thread, because the calling thread reads and writes the trust policy. */
        private final Parallel parallel = new Parallel(1);

        Scenario(long seed, int writers, int blind, int longestLag, Duration settle) {
            this.settle = settle;
            this.writers = writers;
            this.blind = blind;
            this.random = new Random(seed);
            this.time = new LockStepTime(writers + blind);
            this.cloud = new FakeCloud(time);
            cloud.roles().existsWithTrust(FOREIGN);
            cloud.roles().readsLag(millis(0, longestLag));
            cloud.script().latency(() -> millis(10, 400), () -> millis(10, 400));
        }

        void run() throws InterruptedException, ExecutionException {
            ExecutorService threads = Executors.newFixedThreadPool(writers + blind);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < writers + blind; i++) {
                int number = i;
                Duration start = millis(0, 2000);
                Duration readTime = millis(0, 900);
                runs.add(threads.submit(() -> {
                    takePart(number, start, readTime);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
            threads.shutdown();
        }

        private void takePart(int number, Duration start, Duration readTime) throws Exception {
            try {
                time.sleep(start);
                TrustChange add = new TrustChange.Add(List.of(new ShareTarget.Account(account(number))));
                if (number < writers) {
                    write(add, number, readTime);
                } else {
                    writeBlindly(add);
                }
            } finally {
                time.leave();
            }
        }

        /** Like a run that reads the rest of the state after it has read the policy. */
        private void write(TrustChange change, int number, Duration readTime)
                throws CloudException, InterruptedException {
            RunClock clock =
                    new RunClock(time, FakeTime.START.plus(Duration.ofMinutes(10)), settle, new Random(number), time);
            RunContext run = new RunContext(
                    cloud,
                    parallel,
                    clock,
                    6,
                    new HostLock(Optional.empty()),
                    Messages.load("app", "en"),
                    Progress.SILENT);
            TrustUpdate update = new TrustUpdate(run, Progress.SILENT);
            Instant asked = time.instant();
            ObservedTrust observed = new ObservedTrust(new TrustReader(cloud.roles(), clock).read(), asked);
            time.sleep(readTime);
            update.carryOut(change, observed);
            update.confirm();
        }

        /** Like a script that reads, edits and writes the policy. */
        private void writeBlindly(TrustChange change)
                throws CloudException, TrustPolicyException, InterruptedException {
            String read = cloud.roles().find("role").orElseThrow().trustDocument();
            time.sleep(millis(0, 500));
            cloud.roles()
                    .replaceTrust("role", change.apply(TrustPolicy.parse(read)).json());
        }

        private synchronized Duration millis(int from, int to) {
            return Duration.ofMillis(from + random.nextInt(to - from));
        }
    }
}
