package dev.shareimage.cli.view;

import java.util.Optional;

/**
 * Which streams are a terminal, that is, a person.
 *
 * @param columns how wide it is, as far as is known
 */
public record Terminal(boolean input, boolean output, boolean error, int columns) {

    private static final int DEFAULT_COLUMNS = 80;

    /** No terminal anywhere, as in a pipeline. */
    public static final Terminal NONE = new Terminal(false, false, false, DEFAULT_COLUMNS);

    /**
     * What is known of the terminal.
     *
     * @param digits 1 for a terminal and 0 for something else, for standard input, output and error, as the launcher found
     *     out; or empty
     * @param console whether the JVM has a console, which counts when the launcher said nothing
     * @param columns as in {@code COLUMNS}, or empty
     */
    public static Terminal of(Optional<String> digits, boolean console, Optional<String> columns) {
        int width = columns.filter(text -> text.matches("[0-9]{2,4}"))
                .map(Integer::parseInt)
                .orElse(DEFAULT_COLUMNS);
        return digits.filter(text -> text.matches("[01]{3}"))
                .map(text -> new Terminal(text.charAt(0) == '1', text.charAt(1) == '1', text.charAt(2) == '1', width))
                .orElseGet(() -> new Terminal(console, console, console, width));
    }
}
