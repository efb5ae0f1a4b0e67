package dev.shareimage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** The maximum resident memory of the program, and how it grows with the numbers of images and accounts. */
final class Memory {

    private static final int MAX_MIB = 256;
    private static final int MAX_LARGE_MIB = 128;
    private static final int MAX_LARGE_MILLIS = 5000;

    /** This measures memory, which longer latencies would not change. */
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

    /** 200,000 shares in each format, and as many in a manifest. */
    private void longList() {
        BulkWorld bulk = new BulkWorld(List.of(LocalCloud.REGION), 1000, 200);
        for (String form : List.of("tsv", "json", "yaml")) {
            try (LocalCloud cloud = LocalCloud.with(bulk.sharedWorld(), Duration.ZERO)) {
                large("list-shares -o " + form, List.of("list-shares", "--all-images", "-o", form), cloud);
            }
        }
        try (LocalCloud cloud = LocalCloud.with(bulk.create(), Duration.ZERO)) {
            large("apply --dry-run", List.of("apply", "--dry-run", "-f", file(bulk.manifest())), cloud);
        }
    }

    private void large(String what, List<String> arguments, LocalCloud cloud) {
        BenchmarkRun run = BenchmarkRun.watched(Programs.shareImage(arguments), cloud.environment());
        String row = "`" + what + "`, 1000 images × 200 accounts";
        report.count(row + ", memory", run.peakMebibytes(), "MiB", MAX_LARGE_MIB);
        report.count(row + ", time", run.time().toMillis(), "ms", MAX_LARGE_MILLIS);
    }

    private static String file(String text) {
        try {
            return Files.writeString(Programs.SCRATCH.resolve("manifest.yaml"), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void peak(String what, List<String> command, LocalCloud cloud) {
        BenchmarkRun run = BenchmarkRun.watched(command, cloud.environment());
        report.count("memory, " + what, run.peakMebibytes(), "MiB", MAX_MIB);
    }
}
