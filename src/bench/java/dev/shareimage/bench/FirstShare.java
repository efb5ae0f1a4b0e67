package dev.shareimage.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The whole task for 12 accounts, from a missing role to the read-back. */
final class FirstShare {

    private static final int ACCOUNTS = 12;

    private final Options options;
    private final Report report;

    FirstShare(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    static List<String> command(int accounts) {
        return Programs.shareImage(share(accounts));
    }

    private static List<String> share(int accounts) {
        return List.of(
                "share",
                "--yes",
                "--image-id",
                LocalCloud.IMAGE,
                "--accounts",
                String.join(",", LocalCloud.accounts(accounts)));
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
        List<String> share = share(ACCOUNTS);
        Race race = new Race();
        int warm = race.enter(onFreshCloud(Programs.shareImage(share), environment -> environment));
        int fresh = race.enter(onFreshCloud(Programs.shareImage(share), Programs::onNewMachine));
        int jar = race.enter(onFreshCloud(Programs.jar(share), Programs::onNewMachine));
        Optional<Integer> own = Programs.shareImageWithRuntime(share)
                .map(command -> race.enter(onFreshCloud(command, Programs::onNewMachine)));
        Optional<Integer> script =
                node.map(command -> race.enter(onFreshCloud(command, environment -> environment)));
        Optional<Integer> vendor =
                aliyun.map(command -> race.enter(onFreshCloud(command, environment -> environment)));
        race.run(options);
        String what = "first share, " + ACCOUNTS + " accounts, " + Report.millis(options.latency()) + " a call";
        script.ifPresent(peer -> {
            ratio(what, race, warm, peer, 1.0);
            ratio(what + ", new machine", race, fresh, peer, 1.1);
            own.ifPresent(number -> ratio(what + ", new machine, own runtime", race, number, peer, 0.9));
            ratio(what + ", new machine, `java -jar`", race, jar, peer, 1.8);
        });
        vendor.ifPresentOrElse(
                number -> report.ratio(
                        what,
                        race.median(warm),
                        "the vendor's CLI, nine runs",
                        race.median(number),
                        race.ratio(warm, number),
                        0.75),
                () -> report.note("The vendor's CLI (`aliyun`) is not on the path, and is left out."));
    }

    private void ratio(String what, Race race, int ours, int peer, double target) {
        report.ratio(what, race.median(ours), "Node, ten calls", race.median(peer), race.ratio(ours, peer), target);
    }

    private Supplier<Duration> onFreshCloud(List<String> command, UnaryOperator<Map<String, String>> machine) {
        return () -> {
            try (LocalCloud cloud = LocalCloud.with(options.latency())) {
                return BenchmarkRun.timed(command, machine.apply(cloud.environment())).time();
            }
        };
    }
}
