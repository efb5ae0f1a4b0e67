package dev.shareimage.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/** A converter of an option whose value may name a file or standard input. */
abstract class FileReading<T> implements ITypeConverter<T> {

    private @Nullable ListReader reader;
    private String option = "";

    /** Sets the reader of files, and the name of the option for messages. */
    final void bind(String name, ListReader files) {
        option = name;
        reader = files;
    }

    final String option() {
        return option;
    }

    final ListReader reader() {
        if (reader == null) {
            throw new IllegalStateException(option);
        }
        return reader;
    }
}
