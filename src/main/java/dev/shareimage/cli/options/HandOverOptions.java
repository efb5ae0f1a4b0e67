package dev.shareimage.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The text for recipients. */
public final class HandOverOptions {

    @Option(names = "--hand-over", paramLabel = "FILE", converter = FilePath.class)
    private @Nullable Path file;

    /** The file for the text to send to the recipients. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
