package dev.shareimage.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The time from the start to the end of a command that does almost nothing, or that reads one image, each time on a new
 * machine.
 */
final class StartUp {

    private static final int ACCOUNTS = 137;

    private final Options options;
    private final Report report;

    StartUp(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void version() {
        List<String> version = List.of("--version");
        Map<String, String> environment = Programs.environment(Map.of());
        Race race = new Race();
        int hello = race.enter(timed(Programs.hello(), Map.of()));
        int ours = race.enter(onNewMachine(Programs.shareImage(version), environment));
        Optional<Integer> own = Programs.shareImageWithRuntime(version)
                .map(command -> race.enter(onNewMachine(command, environment)));
        race.run(options);
        ratio("`--version`", race, ours, hello, "`Hello`", 1.6);
        own.ifPresentOrElse(
                number -> ratio("`--version`, with its own runtime", race, number, hello, "`Hello`", 1.1),
                () -> report.note("The form with its own runtime was not built, and is left out."));
    }

    void listing() {
        Optional<List<String>> script = Programs.node("list-shares.js", LocalCloud.IMAGE);
        List<String> listing = List.of("list-shares", "--image-id", LocalCloud.IMAGE);
        try (LocalCloud cloud = LocalCloud.sharedWith(ACCOUNTS)) {
            Map<String, String> environment = cloud.environment();
            if (script.isPresent()) {
                listing(listing, script.get(), environment);
            } else {
                report.note("There is no Node here, or its SDK could not be installed: no peers for calls.");
            }
            report.count(
                    "`list-shares` of one image, memory",
                    BenchmarkRun.watched(Programs.shareImage(listing), environment).peakMebibytes(),
                    "MiB",
                    256);
        }
    }

    private void listing(List<String> listing, List<String> script, Map<String, String> environment) {
        Race race = new Race();
        int peer = race.enter(timed(script, environment));
        int ours = race.enter(onNewMachine(Programs.shareImage(listing), environment));
        int jar = race.enter(onNewMachine(Programs.jar(listing), environment));
        Optional<Integer> own = Programs.shareImageWithRuntime(listing)
                .map(command -> race.enter(onNewMachine(command, environment)));
        race.run(options);
        String what = "`list-shares`, " + ACCOUNTS + " accounts";
        ratio(what, race, ours, peer, "Node, same calls", 2.0);
        own.ifPresent(number -> ratio(what + ", own runtime", race, number, peer, "Node, same calls", 1.5));
        report.fact(what + ", `java -jar`", race.median(jar), "Node, same calls: " + Report.millis(race.median(peer)));
    }

    private void ratio(String what, Race race, int ours, int peer, String name, double target) {
        report.ratio(what, race.median(ours), name, race.median(peer), race.ratio(ours, peer), target);
    }

    private static Supplier<Duration> timed(List<String> command, Map<String, String> environment) {
        return () -> BenchmarkRun.timed(command, environment).time();
    }

    private static Supplier<Duration> onNewMachine(List<String> command, Map<String, String> environment) {
        return () -> BenchmarkRun.timed(command, Programs.onNewMachine(environment)).time();
    }
}
