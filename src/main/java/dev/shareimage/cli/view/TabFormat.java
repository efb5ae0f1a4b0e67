package dev.shareimage.cli.view;

import java.util.List;

/** Values with tabs between them and no heading, for {@code cut} and {@code awk}. */
final class TabFormat implements ResultFormat {

    /** Scripts count columns, so columns that were added later are only shown on request. */
    private static final String ADDED_LATER = "code";

    private final List<String> chosen;

    /** @param chosen the requested columns; empty for all */
    TabFormat(List<String> chosen) {
        this.chosen = chosen;
    }

    @Override
    public void write(Result result, TextSink out) {
        Table table = result.table();
        for (List<String> row :
                table.select(chosen.isEmpty() ? first(table.header()) : chosen).rows()) {
            String separator = "";
            for (String value : row) {
                out.append(separator).append(Sanitizer.clean(value));
                separator = "\t";
            }
            out.append('\n');
        }
    }

    private static List<String> first(List<String> header) {
        return header.stream().filter(name -> !name.equals(ADDED_LATER)).toList();
    }
}
