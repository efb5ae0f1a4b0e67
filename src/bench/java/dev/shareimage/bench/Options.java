package dev.shareimage.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is measured, and how.
 *
 * @param latency of each call to the sandbox, where a scenario has any
 * @param rounds how often each program runs, in turns with the others
 * @param only the scenarios to run; empty for all
 * @param output where the table goes besides standard output
 */
record Options(Duration latency, int rounds, List<String> only, Optional<Path> output) {

    static final Options USUAL = new Options(Duration.ofMillis(50), 15, List.of(), Optional.empty());

    static Options parse(List<String> arguments) {
        Options options = USUAL;
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options = options.with(arguments.get(i), arguments.get(i + 1));
        }
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("every option takes a value");
        }
        return options;
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--latency" -> new Options(Duration.ofMillis(Long.parseLong(value)), rounds, only, output);
            case "--rounds" -> new Options(latency, Integer.parseInt(value), only, output);
            case "--only" -> new Options(latency, rounds, List.of(value.split(",")), output);
            case "--output" -> new Options(latency, rounds, only, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("no such option: " + option);
        };
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.contains(scenario);
    }
}
