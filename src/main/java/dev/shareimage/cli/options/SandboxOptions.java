package dev.shareimage.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the {@code sandbox} command. */
public final class SandboxOptions {

    private static final int MAX_PORT = 65_535;

    @Option(names = "--port", paramLabel = "PORT", converter = PortConverter.class)
    private int port = 8787;

    @Option(names = "--faults", paramLabel = "FILE", converter = FilePath.class)
    private @Nullable Path faults;

    @Option(names = "--control", arity = "0")
    private boolean control;

    /** The port to listen on; 0 for any free one. */
    public int port() {
        return port;
    }

    /** The file with the faults to inject. */
    public Optional<Path> faults() {
        return Optional.ofNullable(faults);
    }

    /** Whether the control address is open. */
    public boolean control() {
        return control;
    }

    static final class PortConverter extends WholeNumber {
        PortConverter() {
            super(0, MAX_PORT);
        }
    }
}
