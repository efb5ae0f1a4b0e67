package dev.shareimage.app.manifest;

/**
 * A problem of a document, and its place.
 *
 * @param file the document, or a list that it names
 * @param line 1 for the first; 0 if the problem concerns the whole file
 * @param column 1 for the first; 0 if the problem concerns the whole line
 */
public record DocumentProblem(String file, int line, int column, String message) {

    /** The form of compilers: {@code FILE:LINE:COLUMN: message}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return place + ": " + message;
    }
}
