package dev.shareimage.app.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of a document, up to a number that a person can read. */
public final class DocumentProblems {

    static final int MAX_PROBLEMS = 100;

    /** Sorts the problems of one file. Problems of the whole file come last. */
    private static final Comparator<DocumentProblem> BY_PLACE =
            Comparator.comparingInt(DocumentProblem::line).thenComparingInt(DocumentProblem::column);

    private final String file;
    private final List<DocumentProblem> problems = new ArrayList<>();

    /**
     * @param file the document
     */
    public DocumentProblems(String file) {
        this.file = file;
    }

    /** Ends the reading at once, because the rest cannot be understood or there are too many problems. */
    public static final class StopReading extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Adds a problem at a place of the document. */
    public void add(Position at, String message) {
        add(new DocumentProblem(file, at.line(), at.column(), message));
    }

    /** Adds a problem of the whole document. */
    public void add(String message) {
        add(new DocumentProblem(file, 0, 0, message));
    }

    /** Adds a problem of the document, or of a list that it names. */
    public void add(DocumentProblem problem) {
        problems.add(problem);
        if (problems.size() == MAX_PROBLEMS) {
            problems.add(new DocumentProblem(
                    file, 0, 0, "reading stopped here: " + MAX_PROBLEMS + " problems were found, there may be more"));
            throw new StopReading();
        }
    }

    /** Whether there is no problem so far. */
    public boolean none() {
        return problems.isEmpty();
    }

    /**
     * Throws the problems, if there are any. Must be called at the end.
     *
     * @throws InvalidDocumentException if there is a problem
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(
                            (DocumentProblem problem) -> !problem.file().equals(file))
                    .thenComparing(problem -> problem.line() == 0)
                    .thenComparing(BY_PLACE));
            throw new InvalidDocumentException(problems);
        }
    }
}
