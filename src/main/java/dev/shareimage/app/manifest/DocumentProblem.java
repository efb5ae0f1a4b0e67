package dev.shareimage.app.manifest;

/**
 * One thing that is wrong with a document, and where.
 *
 * @param file the document, or a list that it names
 * @param line 1 for the first; 0 where it concerns the file as a whole
 * @param column 1 for the first; 0 where it concerns the line as a whole
 */
public record DocumentProblem(String file, int line, int column, String message) {

    /** As compilers write it. */
    @Override
    public String toString() {
        String place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return place + ": " + message;
    }
}
