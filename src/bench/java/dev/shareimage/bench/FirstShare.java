package dev.shareimage.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The whole job for 12 accounts, from no role to the read-back. */
final class FirstShare {

    private static final int ACCOUNTS = 12;

    private final Options options;
    private final Report report;

    FirstShare(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    static List<String> command(int accounts) {
        return Programs.shareImage(List.of(
                "share",
                "--yes",
                "--image-id",
                LocalCloud.IMAGE,
                "--accounts",
                String.join(",", LocalCloud.accounts(accounts))));
    }

    void measure() {
        List<String> accounts = LocalCloud.accounts(ACCOUNTS);
        Optional<List<String>> node =
                Programs.node("first-share.js", LocalCloud.IMAGE, String.join(",", accounts));
        Optional<List<String>> aliyun = Programs.aliyun(
                "first-share.sh",
                LocalCloud.IMAGE,
                String.join(",", accounts.subList(0, 10)),
                String.join(",", accounts.subList(10, ACCOUNTS)));
        Race race = new Race();
        int ours = race.enter(onFreshCloud(command(ACCOUNTS)));
        Optional<Integer> script = node.map(command -> race.enter(onFreshCloud(command)));
        Optional<Integer> vendor = aliyun.map(command -> race.enter(onFreshCloud(command)));
        race.run(options.rounds());
        String what = "first share, " + ACCOUNTS + " accounts, " + Report.millis(options.latency()) + " a call";
        script.ifPresent(number -> report.ratio(
                what, race.median(ours), "Node, ten calls", race.median(number), race.ratio(ours, number), 1.0));
        vendor.ifPresentOrElse(
                number -> report.ratio(
                        what,
                        race.median(ours),
                        "the vendor's CLI, nine runs",
                        race.median(number),
                        race.ratio(ours, number),
                        0.75),
                () -> report.note("The vendor's CLI (`aliyun`) is not on the path, and is left out."));
    }

    private Supplier<Duration> onFreshCloud(List<String> command) {
        return () -> {
            try (LocalCloud cloud = LocalCloud.with(options.latency())) {
                Map<String, String> environment = cloud.environment();
                return BenchmarkRun.timed(command, environment).time();
            }
        };
    }
}
