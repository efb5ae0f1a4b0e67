package dev.shareimage.cli.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An option as it stands on the command line and in the environment; its text in the help is found by its name.
 *
 * @param names the long one first, then short or other ones
 * @param label of the value in the help; empty for a flag
 * @param environment whether a variable can stand for it: not for what names a thing to change or skips a safeguard
 * @param choices the values that it takes, or empty for any
 * @param valuePrefix an argument of its own that starts so is a value although none is needed any more; empty for none
 */
public record OptionDeclaration(
        List<String> names, Kind kind, String label, boolean environment, List<String> choices, String valuePrefix) {

    /** What follows the option. */
    public enum Kind {
        /** Nothing. */
        FLAG,
        /** One value. */
        VALUE,
        /** Values separated by commas, {@code @FILE} or {@code -}; may be repeated. */
        LIST,
        /** A value or nothing. */
        OPTIONAL_VALUE
    }

    private static final String VARIABLE_PREFIX = "SHARE_IMAGE_";

    public OptionDeclaration {
        names = List.copyOf(names);
        choices = List.copyOf(choices);
    }

    static OptionDeclaration flag(String... names) {
        return new OptionDeclaration(List.of(names), Kind.FLAG, "", true, List.of(), "");
    }

    static OptionDeclaration value(String label, String... names) {
        return new OptionDeclaration(List.of(names), Kind.VALUE, label, true, List.of(), "");
    }

    static OptionDeclaration list(String label, String... names) {
        return new OptionDeclaration(List.of(names), Kind.LIST, label, true, List.of(), "");
    }

    static OptionDeclaration optionalValue(String label, String... names) {
        return new OptionDeclaration(List.of(names), Kind.OPTIONAL_VALUE, label, true, List.of(), "");
    }

    /** The same, but that it must be said on the command line each time. */
    OptionDeclaration withoutEnvironment() {
        return new OptionDeclaration(names, kind, label, false, choices, valuePrefix);
    }

    OptionDeclaration withChoices(List<String> values) {
        return new OptionDeclaration(names, kind, label, environment, values, valuePrefix);
    }

    OptionDeclaration withValuePrefix(String prefix) {
        return new OptionDeclaration(names, kind, label, environment, choices, prefix);
    }

    /** The long name, such as {@code --image-id}. */
    public String name() {
        return names.get(0);
    }

    /** The key of its text in the help, such as {@code option.image-id}. */
    public String helpKey() {
        return "option." + name().substring(2);
    }

    /** The variable that stands for it, such as {@code SHARE_IMAGE_REGION}. */
    public Optional<String> variable() {
        return environment
                ? Optional.of(VARIABLE_PREFIX
                        + name().substring(2).toUpperCase(Locale.ROOT).replace('-', '_'))
                : Optional.empty();
    }
}
