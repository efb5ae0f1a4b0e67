package dev.shareimage.cli.view;

import java.io.PrintStream;

/** A line on a terminal that the next one replaces. It fits the width, also after the width has changed. */
final class LiveLine {

    private static final String TO_LINE_START_AND_CLEAR = "\r\u001B[K";
    private static final String TO_LINE_START_AND_CLEAR_BELOW = "\r\u001B[J";

    private final PrintStream err;
    private final Terminal terminal;
    private String line = "";
    private int columns;

    LiveLine(PrintStream err, Terminal terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    boolean isShown() {
        return !line.isEmpty();
    }

    void show(String text) {
        String shown = DisplayWidth.shorten(text, terminal.columns() - 1);
        err.print(erasure() + shown);
        err.flush();
        line = text;
        columns = DisplayWidth.of(shown);
    }

    void redraw() {
        if (isShown()) {
            show(line);
        }
    }

    void clear() {
        if (isShown()) {
            err.print(erasure());
            err.flush();
            line = "";
            columns = 0;
        }
    }

    /** Most terminals that become narrower break the line that they show, and leave the cursor at its end. */
    private String erasure() {
        int broken = Math.max(0, columns - 1) / Math.max(1, terminal.columns());
        return broken == 0 ? TO_LINE_START_AND_CLEAR : "\u001B[" + broken + "A" + TO_LINE_START_AND_CLEAR_BELOW;
    }
}
