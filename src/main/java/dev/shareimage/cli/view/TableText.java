package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.stream.IntStream;

/** A table for people: headings and words in their language, ages instead of times, no control characters. */
final class TableText {

    private static final String EMPTY = "-";

    private final Table table;
    private final Screen screen;
    private final Messages words;
    private final List<Column> columns;
    private final List<String> headings;

    /** The preferred width of each column; empty before the first request. */
    private int[] widths = {};

    TableText(Table table, Screen screen) {
        this.table = table;
        this.screen = screen;
        this.words = screen.words().get();
        this.columns = table.header().stream()
                .map(name -> Column.of(name, table.header()))
                .toList();
        this.headings = columns.stream().map(this::heading).toList();
    }

    Column column(int index) {
        return columns.get(index);
    }

    int rowCount() {
        return table.rows().size();
    }

    /** The shown text. */
    String cell(int row, int index) {
        return cell(columns.get(index), value(row, index));
    }

    /** The program's text. */
    String value(int row, int index) {
        return table.rows().get(row).get(index);
    }

    Messages words() {
        return words;
    }

    IntStream all() {
        return IntStream.range(0, columns.size());
    }

    /** The columns with any value. */
    List<Integer> filled() {
        return all().filter(index ->
                        table.rows().stream().anyMatch(row -> !row.get(index).isEmpty()))
                .boxed()
                .toList();
    }

    /** The heading of a column. */
    String headingText(int index) {
        return headings.get(index);
    }

    /** How much attention a row needs: 2 for a problem, 1 for a warning, 0 otherwise. */
    int severity(int row) {
        return all().map(index -> switch (columns.get(index).style(value(row, index))) {
                    case BAD -> 2;
                    case CAUTION -> 1;
                    case PLAIN, STRONG, GOOD -> 0;
                })
                .max()
                .orElse(0);
    }

    /** The approximate number of bytes of a row with all its columns, rather too high than too low. */
    int sizeOf(int row) {
        return all().map(index -> 4 * cell(row, index).length() + Layout.GAP + 1)
                .sum();
    }

    /** The preferred width of the column. */
    int width(int index) {
        if (widths.length == 0) {
            widths = widths();
        }
        return widths[index];
    }

    private int[] widths() {
        int[] widest = headings.stream().mapToInt(DisplayWidth::of).toArray();
        for (List<String> row : table.rows()) {
            for (int index = 0; index < widest.length; index++) {
                widest[index] = Math.max(widest[index], DisplayWidth.of(cell(columns.get(index), row.get(index))));
            }
        }
        return widest;
    }

    /** The line of headings. */
    String headingLine(Layout layout) {
        return line(layout, headings, List.of());
    }

    /** The line of a row. */
    String rowLine(Layout layout, int row) {
        List<String> values = table.rows().get(row);
        return line(
                layout,
                all().mapToObj(index -> cell(columns.get(index), values.get(index)))
                        .toList(),
                values);
    }

    /** Each value in its own line, for rows that are too wide for columns, with a blank line between rows. */
    void records(List<Integer> indices, TextSink out) {
        int widest = indices.stream()
                .mapToInt(index -> DisplayWidth.of(headings.get(index)))
                .max()
                .orElse(0);
        for (int row = 0; row < rowCount(); row++) {
            out.append(row > 0 ? "\n" : "");
            for (int index : indices) {
                out.append(DisplayWidth.pad(headings.get(index), widest + Layout.GAP))
                        .append(styled(index, value(row, index), cell(row, index)))
                        .append('\n');
            }
        }
    }

    private String line(Layout layout, List<String> cells, List<String> values) {
        StringBuilder line = new StringBuilder();
        int pending = 0;
        for (int i = 0; i < layout.indices().size(); i++) {
            int index = layout.indices().get(i);
            int width = layout.widths().get(i);
            String cell = DisplayWidth.shorten(cells.get(index), width);
            line.append(" ".repeat(pending)).append(values.isEmpty() ? cell : styled(index, values.get(index), cell));
            pending = Math.max(0, width - DisplayWidth.of(cell)) + Layout.GAP;
        }
        return line.append('\n').toString();
    }

    private String styled(int index, String value, String cell) {
        return screen.color() ? columns.get(index).style(value).apply(cell) : cell;
    }

    private String heading(Column column) {
        String key = "column." + column.name();
        return words.has(key) ? words.get(key) : column.heading();
    }

    private String cell(Column column, String value) {
        if (value.isEmpty()) {
            return EMPTY;
        }
        String shown = switch (column.kind()) {
            case TIME -> screen.person() ? Age.of(value, screen.now(), words) : value;
            case WORD, PLACE -> words.has("word." + value) ? words.get("word." + value) : value;
            case ID, TEXT -> value;
        };
        return Sanitizer.clean(shown);
    }
}
