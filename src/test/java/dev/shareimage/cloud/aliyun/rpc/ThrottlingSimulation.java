package dev.shareimage.cloud.aliyun.rpc;

import com.aliyuncs.ecs.model.v20140526.DescribeRegionsRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.http.HttpResponse;
import dev.shareimage.domain.RegionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes calls of one operation to a cloud that throttles by a rule, in virtual time. */
final class ThrottlingSimulation {

    private static final Call CALL = Call.ecs(new RegionId("cn-hongkong"), new DescribeRegionsRequest(), "");

    private final int threads;
    private final int calls;
    private final Duration latency;

    ThrottlingSimulation(int threads, int calls, Duration latency) {
        this.threads = threads;
        this.calls = calls;
        this.latency = latency;
    }

    /** What the cloud accepts. */
    interface Rule {
        boolean accepts(Instant now, double chance);

        default Rule and(Rule other) {
            return (now, chance) -> accepts(now, chance) && other.accepts(now, chance);
        }
    }

    /** The time that all calls took, how many were sent, and how many failed in the end. */
    record Outcome(double seconds, int sent, int failed) {}

    /** This share of the calls is throttled, whatever the rate. */
    static Rule randomly(double share) {
        return (now, chance) -> chance >= share;
    }

    /** A number of calls in each window of time. */
    static Rule window(int max, Duration length) {
        AtomicInteger used = new AtomicInteger();
        long[] current = new long[1];
        return (now, chance) -> {
            long window = Duration.between(FakeSleeper.START, now).toNanos() / length.toNanos();
            if (window != current[0]) {
                current[0] = window;
                used.set(0);
            }
            return used.incrementAndGet() <= max;
        };
    }

    /** A number of calls a second, evenly. */
    static Rule perSecond(double rate, double burst) {
        double[] tokens = {burst};
        Instant[] last = {FakeSleeper.START};
        return (now, chance) -> {
            tokens[0] =
                    Math.min(burst, tokens[0] + Duration.between(last[0], now).toNanos() / 1e9 * rate);
            last[0] = now;
            if (tokens[0] < 1) {
                return false;
            }
            tokens[0]--;
            return true;
        };
    }

    /** No calls from one time to another. */
    static Rule notBetween(double from, double to) {
        return (now, chance) -> {
            double seconds = Duration.between(FakeSleeper.START, now).toNanos() / 1e9;
            return seconds < from || seconds >= to;
        };
    }

    Outcome run(long seed, Rule rule) throws InterruptedException {
        VirtualTime time = new VirtualTime(seed);
        Retries retries = new Retries(CallLimits.until(FakeSleeper.START.plusSeconds(3600)), time);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Duration taken = time.run(threads, () -> {
            while (begun.incrementAndGet() <= calls) {
                try {
                    retries.run(CALL, new Retries.Attempt() {
                        @Override
                        public ApiResponse send(int number, Duration remaining) throws AttemptException {
                            sent.incrementAndGet();
                            boolean accepted = rule.accepts(time.instant(), time.chance());
                            pass(time);
                            if (accepted) {
                                return new ApiResponse("", "", "", JsonNodeFactory.instance.objectNode());
                            }
                            throw throttled();
                        }

                        @Override
                        public boolean repair(AttemptException failure) {
                            return false;
                        }
                    });
                } catch (CloudException e) {
                    failed.incrementAndGet();
                }
            }
        });
        return new Outcome(taken.toNanos() / 1e9, sent.get(), failed.get());
    }

    private void pass(VirtualTime time) {
        try {
            time.sleep(latency);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AttemptException throttled() {
        byte[] body = "{\"RequestId\":\"R-1\",\"Code\":\"Throttling.Api\"}".getBytes(StandardCharsets.UTF_8);
        return AttemptException.of(CALL, new HttpResponse(503, Map.of(), body), Secrets.in(new byte[0]));
    }
}
