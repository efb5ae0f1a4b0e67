package dev.shareimage.app.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a document, up to a number that a person may still read. */
public final class DocumentProblems {

    static final int MAX_PROBLEMS = 100;

    /** Those of one file; what concerns the file as a whole goes last. */
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

    /** Ends the reading at once: nothing that follows could be understood, or enough is wrong already. */
    public static final class StopReading extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes down what is wrong at a place of the document. */
    public void add(Position at, String message) {
        add(new DocumentProblem(file, at.line(), at.column(), message));
    }

    /** Takes down what is wrong with the document as a whole. */
    public void add(String message) {
        add(new DocumentProblem(file, 0, 0, message));
    }

    /** Takes down what is wrong with the document, or with a list that it names. */
    public void add(DocumentProblem problem) {
        problems.add(problem);
        if (problems.size() == MAX_PROBLEMS) {
            problems.add(new DocumentProblem(
                    file, 0, 0, "reading stopped here: " + MAX_PROBLEMS + " problems were found, there may be more"));
            throw new StopReading();
        }
    }

    /** Whether nothing is wrong so far. */
    public boolean none() {
        return problems.isEmpty();
    }

    /**
     * To be called at the end.
     *
     * @throws InvalidDocumentException when anything is wrong
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
