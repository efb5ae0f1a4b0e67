package dev.shareimage.cli.view;

import java.util.Optional;

/**
 * Which standard streams are a terminal, so that a person uses them.
 *
 * @param device the terminal itself, if there is one
 */
public record Terminal(boolean input, boolean output, boolean error, TerminalDevice device) {

    private static final int DEFAULT_COLUMNS = 80;

    /** No terminal anywhere, as in a pipeline. */
    public static final Terminal NONE = new Terminal(false, false, false, DEFAULT_COLUMNS);

    /** A terminal with a constant width. */
    public Terminal(boolean input, boolean output, boolean error, int columns) {
        this(input, output, error, TerminalDevice.ofWidth(columns));
    }

    /**
     * Detects the terminal.
     *
     * @param digits 1 for a terminal and 0 otherwise, for standard input, output and error, as the launcher found;
     *     or empty
     * @param console whether the JVM has a console, which counts without the launcher's digits
     */
    public static Terminal of(Optional<String> digits, boolean console, TerminalDevice device) {
        String known = digits.orElse("");
        return known.length() == 3
                ? new Terminal(known.charAt(0) == '1', known.charAt(1) == '1', known.charAt(2) == '1', device)
                : new Terminal(console, console, console, device);
    }

    /** The same terminal, if a log keeps all output: no line is broken or shortened for the width. */
    public Terminal asLog() {
        return new Terminal(input, output, error, Integer.MAX_VALUE);
    }

    /** The present width. */
    public int columns() {
        return device.columns();
    }
}
