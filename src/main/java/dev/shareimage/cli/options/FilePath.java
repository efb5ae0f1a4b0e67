package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Parses names of files. */
final class FilePath implements ITypeConverter<Path> {

    static Path parse(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw InvalidValueException.of(text, "is not the name of a file");
        }
    }

    @Override
    public Path convert(String text) {
        return parse(text);
    }
}
