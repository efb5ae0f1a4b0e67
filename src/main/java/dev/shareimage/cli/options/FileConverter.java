package dev.shareimage.cli.options;

import dev.shareimage.app.manifest.DocumentProblem;
import dev.shareimage.app.manifest.InvalidDocumentException;
import dev.shareimage.domain.InvalidValueException;

/** Converts the name of a file to its content; {@code -} is standard input. */
abstract class FileConverter<T> extends FileReading<T> {

    private final int maxBytes;

    FileConverter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Converts the content.
     *
     * @param name the name of the file, for messages
     */
    abstract T parse(String name, String text);

    /**
     * The same with the name as it was given.
     *
     * @param given the directory that names in the file are relative to
     */
    T parse(String given, String name, String text) {
        return parse(name, text);
    }

    /** Messages do not show the text, because it may be that of a file with secrets. */
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
