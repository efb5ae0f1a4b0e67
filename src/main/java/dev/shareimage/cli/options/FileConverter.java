package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;

/** A converter of an option that names a file, to what the file holds; {@code -} is standard input. */
abstract class FileConverter<T> extends FileReading<T> {

    private final int maxBytes;

    FileConverter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * What the file holds.
     *
     * @param name of the file, for complaints
     */
    abstract T parse(String name, String text);

    /** Complaints do not show the text, which may be that of a file of secrets. */
    @Override
    public T convert(String name) throws UsageException {
        String text = reader().text(option(), name, maxBytes);
        try {
            return parse(Quoting.visible(name), text);
        } catch (InvalidValueException e) {
            throw new UsageException("usage.problems", option() + ": " + e.getMessage());
        }
    }
}
