package dev.shareimage.bench;

import java.util.List;

/** The number of consecutive round trips of a command. */
final class Dependencies {

    private final Options options;
    private final Report report;

    Dependencies(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void measure() {
        try (LocalCloud cloud = LocalCloud.with(options.latency())) {
            int ten = tripsOf(cloud, FirstShare.command(10));
            report.count("round trips, first share of 10 accounts", ten, "", 7);
            report.count("round trips, repeat that changes nothing", tripsOf(cloud, FirstShare.command(10)), "", 3);
            report.count("round trips, two accounts added", tripsOf(cloud, FirstShare.command(12)), "", 7);
        }
        try (LocalCloud cloud = LocalCloud.with(options.latency())) {
            int ten = tripsOf(cloud, FirstShare.command(10));
            try (LocalCloud other = LocalCloud.with(options.latency())) {
                report.count("round trips, first share of 50 accounts", tripsOf(other, FirstShare.command(50)), "", ten + 1);
            }
        }
    }

    private static int tripsOf(LocalCloud cloud, List<String> command) {
        int before = cloud.requests().size();
        BenchmarkRun.timed(command, cloud.environment());
        return RoundTrips.onCriticalPath(
                cloud.requests().subList(before, cloud.requests().size()));
    }
}
