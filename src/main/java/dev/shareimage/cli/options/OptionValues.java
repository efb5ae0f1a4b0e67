package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/**
 * What was given on the command line, else in the environment.
 *
 * <p>Malformed values are collected, so that all of them can be named at once: see {@link #failOnProblems()}.
 */
public final class OptionValues {

    /** Stands for the value of an option that was given without one; no argument of a process can hold it. */
    public static final String BARE = "\0";

    private static final List<String> YES = List.of("1", "true", "yes", "on");
    private static final List<String> NO = List.of("0", "false", "no", "off");
    private static final int MAX_PROBLEMS_SHOWN = 20;

    private final ParseResult parsed;
    private final Map<String, String> environment;
    private final ListReader lists;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param input what {@code -} reads
     * @param directory what the names of files are relative to
     */
    public OptionValues(ParseResult parsed, Map<String, String> environment, InputStream input, Path directory) {
        this.parsed = parsed;
        this.environment = Map.copyOf(environment);
        this.lists = new ListReader(input, directory);
    }

    /** All variables of the environment. */
    public Map<String, String> environment() {
        return environment;
    }

    /** A variable of the environment that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** A variable of the environment in its own type. */
    public <T> Optional<T> variable(String name, Function<String, T> parser) {
        return variable(name).flatMap(text -> parse(name + ": ", false, text, parser));
    }

    /** The arguments that belong to no option. */
    public List<String> positionals() {
        return parsed.matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
    }

    /** Whether the option was given, on the command line or, with another value than no, in the environment. */
    public boolean given(OptionDeclaration option) {
        if (parsed.hasMatchedOption(option.name())) {
            return true;
        }
        Optional<String> set = option.variable().flatMap(this::variable);
        return set.isPresent()
                && !NO.contains(set.get().toLowerCase(Locale.ROOT))
                && (option.kind() != OptionDeclaration.Kind.FLAG || isYes(option, set.get()));
    }

    /** Whether the option was given on the command line. */
    public boolean givenInArguments(OptionDeclaration option) {
        return parsed.hasMatchedOption(option.name());
    }

    /** The value, unless the option is missing or has none. */
    public Optional<String> value(OptionDeclaration option) {
        if (parsed.hasMatchedOption(option.name())) {
            List<String> values = parsed.matchedOption(option.name()).stringValues();
            String value = values.get(values.size() - 1);
            if (value.isEmpty()) {
                problem(option.name() + " has an empty value");
            }
            return Optional.of(value).filter(text -> !text.equals(BARE) && !text.isEmpty());
        }
        Optional<String> set = option.variable().flatMap(this::variable);
        return option.kind() == OptionDeclaration.Kind.OPTIONAL_VALUE ? set.filter(value -> !isWord(value)) : set;
    }

    /** The value in its own type. */
    public <T> Optional<T> value(OptionDeclaration option, Function<String, T> parser) {
        boolean typed = givenInArguments(option);
        String origin = typed ? option.name() : option.variable().orElse(option.name());
        return value(option).flatMap(text -> parse(origin + ": ", typed, text, parser));
    }

    /**
     * The entries in their own type.
     *
     * @throws UsageException when the option was given and names nothing, or a file cannot be read
     */
    public <T> List<T> list(OptionDeclaration option, Function<String, T> parser) throws UsageException {
        List<String> raw = parsed.hasMatchedOption(option.name())
                ? parsed.matchedOption(option.name()).stringValues()
                : option.variable().flatMap(this::variable).stream().toList();
        String origin =
                parsed.hasMatchedOption(option.name()) ? "" : option.variable().orElse("") + ": ";
        return raw.isEmpty() ? List.of() : entries(option.name(), raw, origin, parser);
    }

    /**
     * The entries of an argument in their own type.
     *
     * @param name what the argument is, for messages
     * @throws UsageException when it names nothing, or a file cannot be read
     */
    public <T> List<T> entries(String name, String argument, Function<String, T> parser) throws UsageException {
        return entries(name, List.of(argument), "", parser);
    }

    /**
     * @param origin of entries that stand in no file: a variable of the environment, or empty for what was typed
     */
    private <T> List<T> entries(String name, List<String> raw, String origin, Function<String, T> parser)
            throws UsageException {
        List<ListReader.Entry> entries = lists.read(name, raw);
        if (entries.isEmpty()) {
            throw new UsageException("usage.empty-list", name);
        }
        List<T> values = new ArrayList<>();
        for (ListReader.Entry entry : entries) {
            boolean typed = entry.origin().isEmpty();
            parse(typed ? origin : entry.origin(), typed && origin.isEmpty(), entry.text(), parser)
                    .ifPresent(values::add);
        }
        return values;
    }

    /**
     * What the file that the option names holds; {@code -} is standard input.
     *
     * @param parser of the file's name and its text
     * @throws UsageException when it cannot be read
     */
    public <T> Optional<T> file(OptionDeclaration option, int mostBytes, BiFunction<String, String, T> parser)
            throws UsageException {
        Optional<String> name = value(option);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String text = lists.text(option.name(), name.get(), mostBytes);
        return parse(option.name() + ": ", false, name.get(), named -> parser.apply(Quoting.visible(named), text));
    }

    /** What a person should know of the files that were read; nothing is wrong with them. */
    public List<Remark> remarks() {
        return lists.remarks();
    }

    /** Notes something that is wrong with a value. */
    public void problem(String sentence) {
        problems.add(sentence);
    }

    /**
     * To be called when all options have been read.
     *
     * @throws UsageException when a value was malformed
     */
    public void failOnProblems() throws UsageException {
        List<String> different = problems.stream().distinct().toList();
        if (different.size() > MAX_PROBLEMS_SHOWN) {
            throw new UsageException(
                    "usage.many-problems",
                    String.join("; ", different.subList(0, MAX_PROBLEMS_SHOWN)),
                    different.size() - MAX_PROBLEMS_SHOWN);
        }
        if (!different.isEmpty()) {
            throw new UsageException("usage.problems", String.join("; ", different));
        }
    }

    /**
     * @param typed whether the value may be shown: what stands in a file or in the environment may be a secret in the wrong
     *     place
     */
    private <T> Optional<T> parse(String origin, boolean typed, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidValueException e) {
            problem(origin + (typed ? e.messageWithValue() : e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean isYes(OptionDeclaration option, String value) {
        if (!YES.contains(value.toLowerCase(Locale.ROOT))) {
            problem(option.variable().orElseThrow() + ": this is neither true nor false");
        }
        return true;
    }

    private static boolean isWord(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return YES.contains(lower) || NO.contains(lower);
    }
}
