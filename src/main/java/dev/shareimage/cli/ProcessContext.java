package dev.shareimage.cli;

import dev.shareimage.cli.view.Terminal;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a process gives a program.
 *
 * @param out for the result alone
 * @param err for everything else
 * @param home the user's home directory
 * @param directory what the names of files are relative to
 * @param version of the program
 * @param clock what ages are counted by
 */
public record ProcessContext(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path home,
        Path directory,
        Terminal terminal,
        String version,
        InstantSource clock) {

    /** With the clock of the machine. */
    public ProcessContext(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path home,
            Path directory,
            Terminal terminal,
            String version) {
        this(in, out, err, environment, home, directory, terminal, version, InstantSource.system());
    }

    public ProcessContext {
        environment = Map.copyOf(environment);
    }
}
