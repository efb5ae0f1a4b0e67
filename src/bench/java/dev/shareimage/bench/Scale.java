package dev.shareimage.bench;

import dev.shareimage.sandbox.wire.CallLog;
import java.time.Duration;
import java.util.List;

/** Many images, many accounts, and a cloud that throttles. */
final class Scale {

    private static final int IMAGES = 200;
    private static final int ACCOUNTS = 50;
    private static final int CONCURRENCY = 16;
    private static final int ECS_CALLS_PER_SECOND = 100;
    private static final int MEMORY_LIMIT = 256;
    private static final int WARM_UPS = 4;

    private final Options options;
    private final Report report;

    Scale(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void share() {
        warmUp();
        share(60, 30, 1.3);
        share(IMAGES, ACCOUNTS, 1.25);
    }

    /** The sandbox runs in this process. Without this, compiling it would slow down the first program. */
    private void warmUp() {
        for (int round = 0; round < WARM_UPS; round++) {
            try (LocalCloud cloud = LocalCloud.with(LocalCloud.worldOf(60, 0), options.latency())) {
                BenchmarkRun.timed(command(LocalCloud.imageIds(60), LocalCloud.accounts(30)), cloud.environment());
            }
        }
    }

    /** The goal is older than the lists that are read for all images, so both numbers of calls are shown. */
    private void share(int images, int accounts, double target) {
        String what = images + " images × " + accounts + " accounts";
        try (LocalCloud cloud = LocalCloud.with(LocalCloud.worldOf(images, 0), options.latency())) {
            List<String> command = command(LocalCloud.imageIds(images), LocalCloud.accounts(accounts));
            BenchmarkRun run = BenchmarkRun.watched(command, cloud.environment());
            long made = cloud.requests().size();
            long lists = cloud.requests().stream().filter(Scale::describesImages).count();
            compare(what, run, made - lists + 2L * images, " calls (each image by itself)", target);
            compare(what + ", by the calls made", run, made, " calls", target);
            report.count(what + ", memory", run.peakMebibytes(), "MiB", MEMORY_LIMIT);
        }
    }

    private void compare(String what, BenchmarkRun run, long calls, String unit, double target) {
        Duration ideal = options.latency().multipliedBy(calls).dividedBy(CONCURRENCY);
        report.ratio(
                what,
                run.time(),
                calls + unit + " × latency ÷ " + CONCURRENCY,
                ideal,
                ratio(run, ideal),
                target);
    }

    /** Each image took one of both, before they were read for all images together. */
    private static boolean describesImages(CallLog.Entry call) {
        return call.action().equals("DescribeImages") || call.action().equals("DescribeSnapshots");
    }

    void throttled() {
        try (LocalCloud cloud =
                LocalCloud.throttling(LocalCloud.worldOf(IMAGES, 0), options.latency(), ECS_CALLS_PER_SECOND)) {
            BenchmarkRun run = BenchmarkRun.watched(command(IMAGES), cloud.environment());
            long served = cloud.requests().stream().filter(Scale::servedByEcs).count();
            Duration ideal = Duration.ofMillis((served - ECS_CALLS_PER_SECOND) * 1000 / ECS_CALLS_PER_SECOND);
            report.ratio(
                    "the same, ECS limited to " + ECS_CALLS_PER_SECOND + " calls/s",
                    run.time(),
                    served + " calls at that rate",
                    ideal,
                    ratio(run, ideal),
                    1.25);
        }
    }

    void listing() {
        Duration small = listing(100, report);
        Duration large = listing(1000, report);
        System.err.println("list-shares --all-images: 100 in " + small + ", 1,000 in " + large);
    }

    /** The ideal has two calls for each image, although the lists of resource shares are read once for all. */
    private Duration listing(int images, Report report) {
        try (LocalCloud cloud = LocalCloud.with(LocalCloud.worldOf(images, 3), options.latency())) {
            BenchmarkRun run = BenchmarkRun.watched(Programs.shareImage(List.of("list-shares", "--all-images")), cloud.environment());
            int made = cloud.requests().size();
            long calls = made + cloud.requests().stream().filter(Scale::readsAnImage).count();
            Duration ideal = options.latency().multipliedBy(calls).dividedBy(CONCURRENCY);
            String what = "`list-shares --all-images`, " + images + " images";
            report.ratio(what, run.time(), calls + " calls (two an image) × latency ÷ " + CONCURRENCY, ideal, ratio(run, ideal), 1.5);
            report.count(what + ", calls made", made, "", Math.toIntExact(calls));
            report.count(what + ", memory", run.peakMebibytes(), "MiB", MEMORY_LIMIT);
            return run.time();
        }
    }

    private static boolean readsAnImage(CallLog.Entry call) {
        return call.action().equals("DescribeImageSharePermission");
    }

    /** Shares images of the usual kind with 50 accounts. */
    static List<String> command(int images) {
        return command(LocalCloud.imageIds(images), LocalCloud.accounts(ACCOUNTS));
    }

    static List<String> command(List<String> images, List<String> accounts) {
        return Programs.shareImage(List.of(
                "share",
                "--yes",
                "--concurrency",
                Integer.toString(CONCURRENCY),
                "--image-id",
                String.join(",", images),
                "--accounts",
                String.join(",", accounts)));
    }

    private static boolean servedByEcs(CallLog.Entry call) {
        return call.product().equals("Ecs") && call.status() == 200;
    }

    private static double ratio(BenchmarkRun run, Duration ideal) {
        return (double) run.time().toNanos() / ideal.toNanos();
    }
}
