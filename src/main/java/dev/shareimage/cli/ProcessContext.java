package dev.shareimage.cli;

import dev.shareimage.cli.view.Terminal;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;

/**
 * The environment of the process.
 *
 * @param out the stream for the result
 * @param err the stream for everything else
 * @param home the user's home directory
 * @param directory the directory that file names are relative to
 * @param version the version of the program
 * @param clock the clock for ages
 * @param jvm the properties of the JVM
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
        InstantSource clock,
        Properties jvm) {

    /** Uses the machine's clock, and no properties of the JVM. */
    public ProcessContext(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path home,
            Path directory,
            Terminal terminal,
            String version) {
        this(in, out, err, environment, home, directory, terminal, version, InstantSource.system(), new Properties());
    }

    public ProcessContext {
        environment = Map.copyOf(environment);
    }
}
