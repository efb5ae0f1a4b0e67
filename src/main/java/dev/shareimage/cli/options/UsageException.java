package dev.shareimage.cli.options;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command line is invalid. No call was made. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The key for a sentence in English by the value whose rule was broken. */
    public static final String MADE_ELSEWHERE = "usage.problems";

    private final transient List<Problem> problems;

    /**
     * A problem.
     *
     * @param key the key of its sentence
     * @param arguments the values in the sentence
     * @param place its place in a file, or null
     */
    public record Problem(
            String key, List<Object> arguments, @Nullable Place place) {

        public Problem {
            arguments = List.copyOf(arguments);
        }

        /** A problem of the command line. */
        public static Problem of(String key, Object... arguments) {
            return new Problem(key, List.of(arguments), null);
        }

        /** A problem in a file. */
        public static Problem at(Place place, String sentence) {
            return new Problem(MADE_ELSEWHERE, List.of(sentence), place);
        }
    }

    /**
     * A place in a file.
     *
     * @param line 1 for the first; 0 for the whole file
     * @param column 1 for the first; 0 for the whole line
     */
    public record Place(String file, int line, int column) {

        /** The form of compilers. */
        @Override
        public String toString() {
            return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        }
    }

    /**
     * @param key the key of the sentence
     * @param arguments the values in the sentence
     */
    public UsageException(String key, Object... arguments) {
        this(List.of(Problem.of(key, arguments)));
    }

    /** Several problems at once. */
    public UsageException(List<Problem> problems) {
        super(problems.stream().map(Problem::key).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /** The problems. */
    public List<Problem> problems() {
        return problems;
    }
}
