package dev.shareimage.cli.view;

import java.util.List;

/**
 * Aligned columns with headings, for people.
 *
 * <p>On a terminal the table fits the width: long lists are grouped by image, the least important columns are left out,
 * and if that is not enough, each value has its own line. Elsewhere a table is as wide as necessary.
 */
final class AlignedFormat implements ResultFormat {

    /** Longer lists are grouped by image, so that repeated values are read once. */
    private static final int MAX_UNGROUPED_ROWS = 20;

    private final Screen screen;
    private final List<String> chosen;
    private final boolean evenEmpty;

    /**
     * @param chosen the requested columns; empty for all columns with values
     * @param evenEmpty whether a table without rows has headings
     */
    AlignedFormat(Screen screen, List<String> chosen, boolean evenEmpty) {
        this.screen = screen;
        this.chosen = chosen;
        this.evenEmpty = evenEmpty;
    }

    @Override
    public void write(Result result, TextSink out) {
        write(result.table().select(chosen), out);
    }

    /** Writes a table whose columns were selected. */
    void write(Table table, TextSink out) {
        if (table.rows().isEmpty() && !evenEmpty) {
            return;
        }
        TableText text = new TableText(table, screen);
        boolean allShown = !chosen.isEmpty() || table.rows().isEmpty();
        List<Integer> shown = allShown ? text.all().boxed().toList() : text.filled();
        Layout whole = Layout.whole(text, shown);
        boolean fits = whole.width() <= screen.columns() && text.rowCount() <= MAX_UNGROUPED_ROWS;
        if (fits || !screen.person()) {
            lines(text, whole, out);
            return;
        }
        GroupedTable grouped = new GroupedTable(text, shown, screen);
        if (chosen.isEmpty() && grouped.makesSense()) {
            grouped.write(out);
            return;
        }
        Layout fitted = chosen.isEmpty() ? whole.fold(screen.columns()) : whole;
        fitted.shorten(screen.columns());
        if (fitted.width() <= screen.columns()) {
            lines(text, fitted, out);
        } else {
            text.records(shown, out);
        }
    }

    private static void lines(TableText text, Layout layout, TextSink out) {
        out.append(text.headingLine(layout));
        for (int row = 0; row < text.rowCount(); row++) {
            out.append(text.rowLine(layout, row));
        }
    }
}
