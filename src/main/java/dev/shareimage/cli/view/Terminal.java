package dev.shareimage.cli.view;

import java.util.Optional;

/**
 * Which streams are a terminal, that is, a person.
 *
 * @param device the terminal itself, where there is one
 */
public record Terminal(boolean input, boolean output, boolean error, TerminalDevice device) {

    private static final int DEFAULT_COLUMNS = 80;

    /** No terminal anywhere, as in a pipeline. */
    public static final Terminal NONE = new Terminal(false, false, false, DEFAULT_COLUMNS);

    /** One that stays as wide as it is. */
    public Terminal(boolean input, boolean output, boolean error, int columns) {
        this(input, output, error, TerminalDevice.ofWidth(columns));
    }

    /**
     * What is known of the terminal.
     *
     * @param digits 1 for a terminal and 0 for something else, for standard input, output and error, as the launcher found
     *     out; or empty
     * @param console whether the JVM has a console, which counts when the launcher said nothing
     */
    public static Terminal of(Optional<String> digits, boolean console, TerminalDevice device) {
        String known = digits.orElse("");
        return known.length() == 3
                ? new Terminal(known.charAt(0) == '1', known.charAt(1) == '1', known.charAt(2) == '1', device)
                : new Terminal(console, console, console, device);
    }

    /** The same where all that it shows is kept in a log: nothing is broken or left out for the sake of its width. */
    public Terminal asLog() {
        return new Terminal(input, output, error, Integer.MAX_VALUE);
    }

    /** How wide it is now. */
    public int columns() {
        return device.columns();
    }
}
