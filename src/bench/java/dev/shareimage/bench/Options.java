package dev.shareimage.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of the benchmark.
 *
 * @param latency the latency of each call to the sandbox, in scenarios with latency
 * @param rounds how often each program runs, in turns with the others
 * @param only the scenarios to run; empty for all
 * @param output the file for the table besides standard output
 * @param slack the factor by which a ratio may exceed its goal, because a few rounds on a busy machine are not
 *     exact
 */
record Options(Duration latency, int rounds, List<String> only, Optional<Path> output, double slack) {

    static final Options USUAL = new Options(Duration.ofMillis(50), 11, List.of(), Optional.empty(), 1.0);

    /** For continuous integration: only the start, in a few rounds, with a generous limit. */
    static final Options SHORT = new Options(
            Duration.ofMillis(50),
            3,
            List.of("version", "listing", "first-share"),
            Optional.empty(),
            2.5);

    static Options parse(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        Options options = rest.remove("--short") ? SHORT : USUAL;
        if (rest.size() % 2 != 0) {
            throw new IllegalArgumentException("every option but --short takes a value");
        }
        for (int i = 0; i < rest.size(); i += 2) {
            options = options.with(rest.get(i), rest.get(i + 1));
        }
        return options;
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--latency" -> new Options(Duration.ofMillis(Long.parseLong(value)), rounds, only, output, slack);
            case "--rounds" -> new Options(latency, Integer.parseInt(value), only, output, slack);
            case "--only" -> new Options(latency, rounds, List.of(value.split(",")), output, slack);
            case "--output" -> new Options(latency, rounds, only, Optional.of(Path.of(value)), slack);
            default -> throw new IllegalArgumentException("no such option: " + option);
        };
    }

    /** Whether each run waits until the machine is nearly idle. */
    boolean waitsForCalm() {
        return slack <= USUAL.slack;
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.contains(scenario);
    }
}
