package dev.shareimage.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is measured, and how.
 *
 * @param latency of each call to the sandbox, where a scenario has any
 * @param rounds how often each program runs, in turns with the others
 * @param only the scenarios to run; empty for all
 * @param output where the table goes besides standard output
 * @param slack how many times its goal a ratio may have: a busy machine says little in a few rounds
 */
record Options(Duration latency, int rounds, List<String> only, Optional<Path> output, double slack) {

    static final Options USUAL = new Options(Duration.ofMillis(50), 11, List.of(), Optional.empty(), 1.0);

    /** For continuous integration: the start alone, in a few rounds, with a generous bound. */
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

    /** Whether each run waits until the machine has little else to do. */
    boolean waitsForCalm() {
        return slack <= USUAL.slack;
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.contains(scenario);
    }
}
