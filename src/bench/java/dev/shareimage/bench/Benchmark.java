package dev.shareimage.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the packaged program and comparable programs on the sandbox, and prints a table. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        Options options = options(arguments);
        Report report = new Report(options.slack());
        Map<String, Runnable> scenarios = scenarios(options, report);
        if (!scenarios.keySet().containsAll(options.only())) {
            throw wrongUsage("--only takes some of " + String.join(", ", scenarios.keySet()));
        }
        double loadBefore = load();
        Programs.warmUp();
        scenarios.forEach((name, scenario) -> {
            if (options.wants(name)) {
                System.err.println("== " + name);
                scenario.run();
            }
        });
        System.out.print(report.markdown());
        if (options.output().isPresent()) {
            Files.writeString(options.output().get(), report.markdown());
        }
        if (options.only().isEmpty()) {
            Pages.write(report.markdown(), options, loadBefore, load());
        }
        System.exit(report.allMet() ? 0 : 1);
    }

    private static Options options(String[] arguments) {
        try {
            return Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    /** Ends the program. The result is never returned: a throw tells the compiler that nothing follows. */
    private static IllegalStateException wrongUsage(String problem) {
        System.err.println("src/bench/run: " + problem);
        System.err.println(
                "usage: src/bench/run [--short] [--latency MILLIS] [--rounds N] [--only NAME,...] [--output FILE]");
        System.exit(2);
        return new IllegalStateException(problem);
    }

    /** The number of running and waiting processes in the last minute; negative if it is not known. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static Map<String, Runnable> scenarios(Options options, Report report) {
        StartUp startUp = new StartUp(options, report);
        Scale scale = new Scale(options, report);
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("version", startUp::version);
        scenarios.put("listing", startUp::listing);
        scenarios.put("first-share", new FirstShare(options, report)::measure);
        scenarios.put("round-trips", new Dependencies(options, report)::measure);
        scenarios.put("scale", scale::share);
        scenarios.put("throttling", scale::throttled);
        scenarios.put("all-images", scale::listing);
        scenarios.put("memory", new Memory(report)::measure);
        scenarios.put("simulation", new Simulation(options, report)::measure);
        return scenarios;
    }
}
