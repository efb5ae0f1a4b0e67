package dev.shareimage.docs;

import dev.shareimage.cli.Application;
import dev.shareimage.cli.DefaultConnectors;
import dev.shareimage.cli.ProcessContext;
import dev.shareimage.cli.view.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program in this process, for one user with their own home directory.
 *
 * <p>Standard output is a terminal of 100 columns without colors, so tables are aligned. Standard error is no terminal,
 * so progress is printed line by line. With {@code COLUMNS}, both are a terminal of that width.
 */
final class Program {

    private static final int COLUMNS = 100;

    private final Path home;

    Program(Path home) {
        this.home = home;
    }

    /** The output of a command on both streams in its order, and its exit code. */
    record Outcome(String output, int exitCode) {}

    Outcome run(List<String> arguments) {
        return run(Map.of(), arguments);
    }

    /** The same with more environment variables, including {@code COLUMNS} for the width of the terminal. */
    Outcome run(Map<String, String> variables, List<String> arguments) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.putAll(Map.of("NO_COLOR", "1", "SHARE_IMAGE_SETTLE", "100ms"));
        int columns = Integer.parseInt(variables.getOrDefault("COLUMNS", String.valueOf(COLUMNS)));
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(sink, true, StandardCharsets.UTF_8);
        ProcessContext context = new ProcessContext(
                InputStream.nullInputStream(),
                both,
                both,
                environment,
                home,
                home,
                new Terminal(false, true, variables.containsKey("COLUMNS"), columns),
                "0.0.0");
        int exitCode = new Application(context, new DefaultConnectors()).run(arguments);
        return new Outcome(withoutProgress(sink.toString(StandardCharsets.UTF_8)), exitCode);
    }

    /** The text on the terminal at the end, without the progress lines that were overwritten. */
    private static String withoutProgress(String output) {
        return output.replaceAll("\\r\u001B\\[K[^\r\n]*(?=\r)|\\r\u001B\\[K", "");
    }
}
