package dev.shareimage.bench;

import java.time.Duration;
import java.util.List;

/** How much memory the program's process has resident at most: how that grows with the images, and with the accounts. */
final class Memory {

    private static final int MAX_MIB = 256;

    /** Memory is what is measured; longer waiting would not change it. */
    private static final Duration LATENCY = Duration.ofMillis(5);

    private final Report report;

    Memory(Report report) {
        this.report = report;
    }

    void measure() {
        longList();
        for (int images : List.of(20, 200, 1000)) {
            try (LocalCloud cloud = LocalCloud.with(LocalCloud.worldOf(images, 0), LATENCY)) {
                peak(images + " images × 50 accounts", Scale.command(images), cloud);
            }
        }
        for (int accounts : List.of(10, 100, 500)) {
            BulkWorld bulk = new BulkWorld(List.of(LocalCloud.REGION), 20, accounts);
            try (LocalCloud cloud = LocalCloud.with(bulk.create(), LATENCY)) {
                List<String> share = Scale.command(bulk.imageIds(LocalCloud.REGION), bulk.accountIds());
                peak("20 images × " + accounts + " accounts", share, cloud);
            }
        }
    }

    /** 200,000 shares, in the form that takes most. */
    private void longList() {
        BulkWorld bulk = new BulkWorld(List.of(LocalCloud.REGION), 1000, 200);
        try (LocalCloud cloud = LocalCloud.with(bulk.sharedWorld(), Duration.ZERO)) {
            List<String> listing = List.of("list-shares", "--all-images", "-o", "json");
            BenchmarkRun run = BenchmarkRun.watched(Programs.shareImage(listing), cloud.environment());
            report.count("memory, list of 1000 images × 200 accounts", run.peakMebibytes(), "MiB", 128);
            report.count("the same, time", run.time().toMillis(), "ms", 5000);
        }
    }

    private void peak(String what, List<String> command, LocalCloud cloud) {
        BenchmarkRun run = BenchmarkRun.watched(command, cloud.environment());
        report.count("memory, " + what, run.peakMebibytes(), "MiB", MAX_MIB);
    }
}
