package dev.shareimage.clients;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program that the tests did not bring along. */
final class InstalledClient {

    /** Names, joined by commas, the programs whose absence is a failure; where it is not set, tests are skipped. */
    private static final String REQUIRED = "REQUIRED_CLIENTS";

    private InstalledClient() {}

    /** The program's path; where it is not installed, the test ends as skipped, or failed if it is required. */
    static Path require(String name) {
        return find(name).orElseGet(() -> giveUp(name, name + " is not installed"));
    }

    /** The path of the first of some programs that is there; the first names what is required. */
    static Path requireOneOf(String first, String other) {
        return find(first).or(() -> find(other)).orElseGet(() -> giveUp(first, first + " is not installed"));
    }

    /** Ends the test because a program is of no use here: failed where it is required, else skipped. */
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
