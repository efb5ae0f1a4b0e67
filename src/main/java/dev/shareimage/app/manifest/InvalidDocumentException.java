package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.List;
import java.util.stream.Collectors;

/** All problems of a document, such as a manifest. */
public final class InvalidDocumentException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    private final transient List<DocumentProblem> problems;

    InvalidDocumentException(List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order in which they were found; at least one. */
    public List<DocumentProblem> problems() {
        return problems;
    }
}
