package dev.shareimage.cli.options;

import java.util.List;

/** A converter of an option that takes a list; the parser adds the entries to its collection. */
abstract class ListConverter<T> extends FileReading<List<T>> {

    /** One entry in its own type. */
    protected abstract T entry(String text);

    @Override
    public List<T> convert(String text) throws UsageException {
        return reader().parse(option(), List.of(text), "", this::entry);
    }

    /** The same for what a variable of the environment holds, which is never shown. */
    List<T> convertVariable(String variable, String text) throws UsageException {
        return reader().parse(option(), List.of(text), variable + ": ", this::entry);
    }
}
