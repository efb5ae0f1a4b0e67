package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How results and messages look. */
public final class OutputOptions {

    private static final List<String> FORMATS =
            Stream.of(Format.values()).map(Format::label).toList();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            completionCandidates = Formats.class)
    private @Nullable Format format;

    @Option(names = "--columns", paramLabel = "NAME,…", converter = ColumnsConverter.class)
    private List<String> columns = List.of();

    @Option(
            names = {"-q", "--quiet"},
            arity = "0")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            arity = "0")
    private boolean verbose;

    @Option(names = "--debug", arity = "0")
    private boolean debug;

    @Option(names = "--no-color", arity = "0")
    private boolean noColor;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            completionCandidates = Languages.class)
    private String language = "en";

    /** What holds until the command line is understood. */
    public static final OutputOptions PLAIN = new OutputOptions();

    /** The form of the result. */
    public enum Format {
        /** Aligned columns under a heading. */
        TABLE,
        /** Values with tabs between them. */
        TSV,
        JSON,
        YAML,
        CSV,
        /** A table for comments and summaries on GitHub. */
        MARKDOWN;

        /** As it is written on the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What holds until the command line is understood, in the language that the environment asks for. */
    public static OutputOptions plain(Map<String, String> environment) {
        OutputOptions options = new OutputOptions();
        String chosen = environment.getOrDefault("SHARE_IMAGE_LANG", "");
        options.language = EnvironmentLanguage.ALL.contains(chosen) ? chosen : EnvironmentLanguage.of(environment);
        return options;
    }

    /** What holds unless something else is asked for. */
    public OutputOptions() {}

    /**
     * @param color whether colors may be used on a terminal
     */
    public OutputOptions(Format format, boolean quiet, boolean verbose, boolean debug, boolean color, String language) {
        this.format = format;
        this.quiet = quiet;
        this.verbose = verbose;
        this.debug = debug;
        this.noColor = !color;
        this.language = language;
    }

    /** The form that was asked for; empty where the terminal decides. */
    public Optional<Format> format() {
        return Optional.ofNullable(format);
    }

    /** The columns that were asked for; empty for all. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Finds the columns that were asked for among those that the result of a command has; big and small letters, hyphens
     * and underscores make no difference.
     *
     * @param known the names of its columns; none where its result is no list
     * @throws UsageException when one is not there
     */
    public void chooseColumns(List<String> known) throws UsageException {
        List<String> chosen = new ArrayList<>();
        for (String name : columns) {
            Optional<String> found = known.stream()
                    .filter(column -> column.equalsIgnoreCase(name.replaceAll("[-_ ]", "")))
                    .findFirst();
            if (found.isEmpty()) {
                throw known.isEmpty()
                        ? new UsageException("usage.no-columns")
                        : new UsageException("usage.unknown-column", Quoting.visible(name), String.join(", ", known));
            }
            chosen.add(found.get());
        }
        columns = List.copyOf(chosen);
    }

    /**
     * Neither plan nor progress nor remarks; errors all the same, and the plan where it takes access away or is to be agreed
     * to.
     */
    public boolean quiet() {
        return quiet;
    }

    /** Checks that passed are shown too. */
    public boolean verbose() {
        return verbose;
    }

    /** Requests and stack traces are shown too. */
    public boolean debug() {
        return debug;
    }

    /** Whether colors may be used on a terminal. */
    public boolean color() {
        return !noColor;
    }

    /** The language of messages: {@code en}, {@code ja} or {@code zh}. */
    public String language() {
        return language;
    }

    private static String choice(String text, List<String> choices) {
        if (!choices.contains(text)) {
            throw InvalidValueException.of(text, "is not one of " + String.join(", ", choices));
        }
        return text;
    }

    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FORMATS.iterator();
        }
    }

    static final class Languages implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return EnvironmentLanguage.ALL.iterator();
        }
    }

    static final class ColumnsConverter extends ListConverter<String> {
        @Override
        protected String entry(String text) {
            return text;
        }
    }

    static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.valueOf(choice(text, FORMATS).toUpperCase(Locale.ROOT));
        }
    }

    static final class LanguageConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return choice(text, EnvironmentLanguage.ALL);
        }
    }
}
