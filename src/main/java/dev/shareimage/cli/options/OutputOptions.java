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

/** The format of results and messages. */
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

    /** The options until the command line is parsed. */
    public static final OutputOptions PLAIN = new OutputOptions();

    /** The format of the result. */
    public enum Format {
        /** Aligned columns with headings. */
        TABLE,
        /** Values separated by tabs. */
        TSV,
        JSON,
        YAML,
        CSV,
        /** A table for comments and summaries on GitHub. */
        MARKDOWN;

        /** The name on the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The options until the command line is parsed, in the language of the environment. */
    public static OutputOptions plain(Map<String, String> environment) {
        OutputOptions options = new OutputOptions();
        String chosen = environment.getOrDefault("SHARE_IMAGE_LANG", "");
        options.language = EnvironmentLanguage.ALL.contains(chosen) ? chosen : EnvironmentLanguage.of(environment);
        return options;
    }

    /** The default options. */
    public OutputOptions() {}

    /** @param color whether colors may be used on a terminal */
    public OutputOptions(Format format, boolean quiet, boolean verbose, boolean debug, boolean color, String language) {
        this.format = format;
        this.quiet = quiet;
        this.verbose = verbose;
        this.debug = debug;
        this.noColor = !color;
        this.language = language;
    }

    /** The requested format; empty if the terminal decides. */
    public Optional<Format> format() {
        return Optional.ofNullable(format);
    }

    /** The requested columns; empty for all. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Finds the requested columns among those of a result. Case, hyphens and underscores are ignored.
     *
     * @param known the names of the result's columns; none if it is no list
     * @throws UsageException if a column does not exist
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
     * Whether to leave out plan, progress and remarks. Errors are shown, and so is a plan that removes access or needs
     * a confirmation.
     */
    public boolean quiet() {
        return quiet;
    }

    /** Whether to show checks that passed. */
    public boolean verbose() {
        return verbose;
    }

    /** Whether to show requests and stack traces. */
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
