package dev.shareimage.cli.options;

import java.util.List;

/** Converts the value of an option that is a list. The parser adds the entries to its collection. */
abstract class ListConverter<T> extends FileReading<List<T>> {

    /** Parses one entry. */
    protected abstract T entry(String text);

    @Override
    public List<T> convert(String text) throws UsageException {
        return convert(text, "");
    }

    /** Converts the value of a variable, which is never shown. */
    List<T> convertVariable(String variable, String text) throws UsageException {
        return convert(text, variable + ": ");
    }

    private List<T> convert(String text, String variable) throws UsageException {
        return reader().parse(option(), List.of(text), variable, entry -> entry(entry));
    }
}
