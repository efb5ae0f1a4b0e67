package dev.shareimage.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Columns one below the other under a heading, but for those in which nothing stands. Without rows there is nothing, not
 * even the heading.
 */
final class AlignedFormat implements ResultFormat {

    private static final String GAP = "  ";

    @Override
    public String write(Result result) {
        Table table = result.table();
        if (table.rows().isEmpty()) {
            return "";
        }
        List<Integer> filled = IntStream.range(0, table.header().size())
                .filter(column ->
                        table.rows().stream().anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(filled.stream()
                .map(table.header()::get)
                .map(AlignedFormat::heading)
                .toList());
        table.rows()
                .forEach(row -> lines.add(
                        filled.stream().map(row::get).map(AlignedFormat::cell).toList()));
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(align(line, widths)).append('\n'));
        return text.toString();
    }

    private static String align(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(DisplayWidth.pad(cells.get(i), widths[i])).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(line.get(i)));
            }
        }
        return widths;
    }

    /** {@code imageId} becomes {@code IMAGE ID}. */
    private static String heading(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toUpperCase(Locale.ROOT);
    }

    private static String cell(String value) {
        return value.isEmpty() ? "-" : Sanitizer.clean(value);
    }
}
