package dev.shareimage.clients;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program that is installed on the machine. */
final class InstalledClient {

    /**
     * Names, joined by commas, the programs that have to be installed. Without it, tests of missing programs are
     * skipped.
     */
    private static final String REQUIRED = "REQUIRED_CLIENTS";

    private InstalledClient() {}

    /** Returns the path of the program. If it is missing, the test is skipped, or fails if the program is required. */
    static Path require(String name) {
        return find(name).orElseGet(() -> giveUp(name, name + " is not installed"));
    }

    /** Returns the path of the first installed one of these programs. The first name decides whether it is required. */
    static Path requireOneOf(String first, String other) {
        return find(first).or(() -> find(other)).orElseGet(() -> giveUp(first, first + " is not installed"));
    }

    /** Ends the test because a program cannot be used: as failed if it is required, else as skipped. */
    static <T> T giveUp(String name, String reason) {
        String required = Optional.ofNullable(System.getenv(REQUIRED)).orElse("");
        return List.of(required.split(",")).contains(name)
                ? fail(reason + ", and " + REQUIRED + " demands " + name)
                : abort(reason + "; with " + name + " in " + REQUIRED + " this would have failed");
    }

    private static Optional<Path> find(String name) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
