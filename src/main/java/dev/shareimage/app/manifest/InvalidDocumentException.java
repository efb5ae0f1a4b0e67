package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.List;
import java.util.stream.Collectors;

/** A document, such as a manifest, that is not what it should be: everything that is wrong with it at once. */
public final class InvalidDocumentException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    private final transient List<DocumentProblem> problems;

    InvalidDocumentException(List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order in which it was found; at least one. */
    public List<DocumentProblem> problems() {
        return problems;
    }
}
