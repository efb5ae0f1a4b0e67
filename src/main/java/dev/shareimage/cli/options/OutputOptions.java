package dev.shareimage.cli.options;

import dev.shareimage.domain.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How results and messages look.
 *
 * @param quiet neither plan nor progress nor remarks; errors all the same, and the plan where it takes access away or is
 *     to be agreed to
 * @param verbose checks that passed are shown too
 * @param debug requests and stack traces are shown too
 * @param colour whether colours may be used on a terminal
 * @param language {@code en}, {@code ja} or {@code zh}
 */
public record OutputOptions(
        Format format, boolean quiet, boolean verbose, boolean debug, boolean colour, String language) {

    /** The form of the result. */
    public enum Format {
        /** Aligned columns on a terminal, else values with tabs between them. */
        TABLE,
        JSON,
        YAML,
        CSV;

        /** As it is written on the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<String> FORMATS =
            Stream.of(Format.values()).map(Format::label).toList();
    private static final List<String> LANGUAGES = List.of("en", "ja", "zh");

    static final OptionDeclaration OUTPUT =
            OptionDeclaration.value("FORMAT", "--output", "-o").withChoices(FORMATS);
    static final OptionDeclaration QUIET = OptionDeclaration.flag("--quiet", "-q");
    static final OptionDeclaration VERBOSE = OptionDeclaration.flag("--verbose", "-v");
    static final OptionDeclaration DEBUG = OptionDeclaration.flag("--debug");
    static final OptionDeclaration NO_COLOR = OptionDeclaration.flag("--no-color");
    static final OptionDeclaration LANG =
            OptionDeclaration.value("LANGUAGE", "--lang").withChoices(LANGUAGES);

    /** The group, for declaring it. */
    public static final OptionGroup GROUP =
            new OptionGroup("output", List.of(OUTPUT, QUIET, VERBOSE, DEBUG, NO_COLOR, LANG));

    /** What holds until the command line is understood. */
    public static final OutputOptions PLAIN = new OutputOptions(Format.TABLE, false, false, false, true, "en");

    /** The options as they were given. */
    public static OutputOptions read(OptionValues values) {
        return new OutputOptions(
                values.value(OUTPUT, OutputOptions::format).orElse(Format.TABLE),
                values.given(QUIET),
                values.given(VERBOSE),
                values.given(DEBUG),
                !values.given(NO_COLOR) && values.variable("NO_COLOR").isEmpty(),
                values.value(LANG, OutputOptions::language).orElse("en"));
    }

    /**
     * What can be told of the options from a command line that is wrong elsewhere, so that the error has the form and the
     * language asked for.
     */
    public static OutputOptions guess(List<String> arguments, Map<String, String> environment) {
        String format = lastValue(arguments, OUTPUT, environment);
        String language = lastValue(arguments, LANG, environment);
        return new OutputOptions(
                FORMATS.contains(format) ? format(format) : Format.TABLE,
                false,
                false,
                arguments.contains(DEBUG.name()),
                !arguments.contains(NO_COLOR.name())
                        && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                LANGUAGES.contains(language) ? language : "en");
    }

    private static String lastValue(List<String> arguments, OptionDeclaration option, Map<String, String> environment) {
        String value = environment.getOrDefault(option.variable().orElseThrow(), "");
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (option.names().contains(argument) && i + 1 < arguments.size()) {
                value = arguments.get(i + 1);
            }
            for (String name : option.names()) {
                String glued = name.startsWith("--") ? name + "=" : name;
                if (argument.length() > glued.length() && argument.startsWith(glued)) {
                    String rest = argument.substring(glued.length());
                    value = rest.startsWith("=") ? rest.substring(1) : rest;
                }
            }
        }
        return value;
    }

    private static Format format(String text) {
        choice(text, FORMATS);
        return Format.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String language(String text) {
        return choice(text, LANGUAGES);
    }

    private static String choice(String text, List<String> choices) {
        if (!choices.contains(text)) {
            throw InvalidValueException.of(text, "is not one of " + String.join(", ", choices));
        }
        return text;
    }
}
