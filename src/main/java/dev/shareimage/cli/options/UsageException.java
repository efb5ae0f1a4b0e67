package dev.shareimage.cli.options;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command line is invalid. Nothing was called. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The key of a sentence that was made, in English, by the value that breaks its rule. */
    public static final String MADE_ELSEWHERE = "usage.problems";

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param key of the sentence that says it
     * @param arguments what is filled into the sentence
     * @param place where in a file it is, or null
     */
    public record Problem(
            String key, List<Object> arguments, @Nullable Place place) {

        public Problem {
            arguments = List.copyOf(arguments);
        }

        /** Something that is wrong. */
        public static Problem of(String key, Object... arguments) {
            return new Problem(key, List.of(arguments), null);
        }

        /** Something that is wrong in a file. */
        public static Problem at(Place place, String sentence) {
            return new Problem(MADE_ELSEWHERE, List.of(sentence), place);
        }
    }

    /**
     * A place in a file.
     *
     * @param line 1 for the first; 0 where the file is meant as a whole
     * @param column 1 for the first; 0 where the line is meant as a whole
     */
    public record Place(String file, int line, int column) {

        /** As compilers write it. */
        @Override
        public String toString() {
            return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
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
