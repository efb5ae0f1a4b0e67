package dev.shareimage.cli.view;

/** The color of a line, where colors may be used. */
public enum Style {
    PLAIN(""),
    STRONG("1"),
    GOOD("32"),
    CAUTION("33"),
    BAD("31");

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    String apply(String text) {
        return this == PLAIN ? text : "\u001B[" + parameters + "m" + text + "\u001B[0m";
    }
}
