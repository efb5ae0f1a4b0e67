package dev.shareimage.cli.options;

import java.util.List;
import java.util.stream.Collectors;

/** The command line cannot be understood or makes no sense; nothing was called. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param key of the sentence that says it
     * @param arguments what is filled into the sentence
     */
    public record Problem(String key, List<Object> arguments) {

        public Problem {
            arguments = List.copyOf(arguments);
        }

        /** Something that is wrong. */
        public static Problem of(String key, Object... arguments) {
            return new Problem(key, List.of(arguments));
        }
    }

    /**
     * @param key of the sentence that says what is wrong
     * @param arguments what is filled in
     */
    public UsageException(String key, Object... arguments) {
        this(List.of(Problem.of(key, arguments)));
    }

    /** Several things are wrong at once. */
    public UsageException(List<Problem> problems) {
        super(problems.stream().map(Problem::key).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
