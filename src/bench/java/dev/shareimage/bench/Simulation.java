package dev.shareimage.bench;

import dev.shareimage.sandbox.wire.CallLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Samples of a manifest of 10,000 images × 1,000 accounts in 20 regions, on a cloud with a limited rate. They show
 * whether the time grows with the number of calls and the rate, so that the whole can be estimated.
 */
final class Simulation {

    private static final List<String> REGIONS = List.of("cn-hongkong", "ap-southeast-1", "cn-beijing", "cn-shanghai");
    private static final int IMAGES_OF_A_REGION = 8;
    private static final int ACCOUNTS = 1000;

    /** A high rate, so that samples take seconds. Only the proportion matters. */
    private static final int CALLS_PER_SECOND = 300;

    private final Options options;
    private final Report report;

    Simulation(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void measure() {
        List<Sample> samples =
                List.of(1, 2, 4).stream().map(this::sampleOf).toList();
        for (int larger = 1; larger < samples.size(); larger++) {
            growth(samples.get(larger - 1), samples.get(larger));
        }
    }

    /**
     * One run.
     *
     * @param calls the calls that ECS executed
     */
    private record Sample(int images, Duration time, long calls) {}

    private Sample sampleOf(int regions) {
        BulkWorld bulk = new BulkWorld(REGIONS.subList(0, regions), IMAGES_OF_A_REGION, ACCOUNTS);
        try (LocalCloud cloud = LocalCloud.throttling(bulk.create(), options.latency(), CALLS_PER_SECOND)) {
            BenchmarkRun run = BenchmarkRun.watched(
                    Programs.shareImage(List.of("apply", "--yes", "-f", write(bulk.manifest()))), cloud.environment());
            long served = cloud.requests().stream().filter(Simulation::servedByEcs).count();
            int images = regions * IMAGES_OF_A_REGION;
            report.fact(
                    "`apply`, " + images + " images × " + ACCOUNTS + " accounts, regions: " + regions,
                    run.time(),
                    served + " calls, " + CALLS_PER_SECOND + " a second allowed");
            return new Sample(images, run.time(), served);
        }
    }

    /** The additional time of more images, without the start and the adaptation to the rate. */
    private void growth(Sample smaller, Sample larger) {
        Duration time = larger.time().minus(smaller.time());
        long calls = larger.calls() - smaller.calls();
        Duration ideal = Duration.ofMillis(calls * 1000 / CALLS_PER_SECOND);
        report.ratio(
                "from " + smaller.images() + " to " + larger.images() + " images",
                time,
                calls + " calls at that rate",
                ideal,
                (double) time.toNanos() / ideal.toNanos(),
                1.25);
    }

    private static String write(String manifest) {
        Path file = Programs.SCRATCH.resolve("manifest.yaml");
        try {
            Files.writeString(file, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static boolean servedByEcs(CallLog.Entry call) {
        return call.product().equals("Ecs") && call.status() == 200;
    }
}
