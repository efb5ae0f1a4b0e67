package dev.shareimage.cli.options;

import dev.shareimage.app.manifest.DocumentProblem;
import dev.shareimage.app.manifest.InvalidDocumentException;
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

    /**
     * The same, for what needs the name as it was given.
     *
     * @param given what files that it names are relative to
     */
    T parse(String given, String name, String text) {
        return parse(name, text);
    }

    /** Complaints do not show the text, which may be that of a file of secrets. */
    @Override
    public T convert(String name) throws UsageException {
        String text = reader().text(option(), name, maxBytes);
        try {
            return parse(name, Quoting.visible(name), text);
        } catch (InvalidDocumentException e) {
            throw new UsageException(
                    e.problems().stream().map(FileConverter::problem).toList());
        } catch (InvalidValueException e) {
            throw new UsageException("usage.problems", option() + ": " + e.getMessage());
        }
    }

    private static UsageException.Problem problem(DocumentProblem problem) {
        return UsageException.Problem.at(
                new UsageException.Place(problem.file(), problem.line(), problem.column()), problem.message());
    }
}
