package dev.shareimage.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** From key press to the end of a command that does next to nothing, or reads one image. */
final class StartUp {

    private final Options options;
    private final Report report;

    StartUp(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void version() {
        Race race = new Race();
        Map<String, String> environment = Programs.environment(Map.of());
        List<String> version = List.of("--version");
        int hello = race.enter(() -> BenchmarkRun.timed(Programs.hello(), Map.of()).time());
        int ours = race.enter(() -> BenchmarkRun.timed(Programs.shareImage(version), environment).time());
        Optional<Integer> own = Programs.shareImageWithRuntime(version)
                .map(command -> race.enter(() -> BenchmarkRun.timed(command, environment).time()));
        race.run(options.rounds());
        report.ratio("`--version`", race.median(ours), "`Hello`", race.median(hello), race.ratio(ours, hello), 2.0);
        own.ifPresentOrElse(
                number -> report.ratio(
                        "`--version`, with its own runtime",
                        race.median(number),
                        "`Hello`",
                        race.median(hello),
                        race.ratio(number, hello),
                        1.3),
                () -> report.note("The form with its own runtime was not built, and is left out."));
    }

    void listing() {
        Optional<List<String>> script = Programs.node("list-shares.js", LocalCloud.IMAGE);
        try (LocalCloud cloud = LocalCloud.fast()) {
            Map<String, String> environment = cloud.environment();
            List<String> listing = List.of("list-shares", "--image-id", LocalCloud.IMAGE);
            Race race = new Race();
            Supplier<Duration> ours =
                    () -> BenchmarkRun.timed(Programs.shareImage(listing), environment).time();
            int share = race.enter(ours);
            int peer = race.enter(script.<Supplier<Duration>>map(
                            command -> () -> BenchmarkRun.timed(command, environment).time())
                    .orElse(ours));
            race.run(options.rounds());
            if (script.isPresent()) {
                report.ratio(
                        "`list-shares` of one image",
                        race.median(share),
                        "Node, same calls",
                        race.median(peer),
                        race.ratio(share, peer),
                        2.0);
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
}
