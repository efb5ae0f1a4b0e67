package dev.shareimage.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is prepared for the recipients. */
public final class HandOverOptions {

    @Option(names = "--hand-over", paramLabel = "FILE", converter = FilePath.class)
    private @Nullable Path file;

    /** The file for what is to be sent to the recipients. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
