package dev.shareimage.cli.view;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A result as rows.
 *
 * @param header the column names in the style of JSON names, such as {@code imageId}
 * @param rows may be made when they are read, for long lists
 */
record Table(List<String> header, List<List<String>> rows) {

    public Table {
        header = List.copyOf(header);
        rows = Collections.unmodifiableList(rows);
    }

    /** A table to fill. */
    static Builder of(String... header) {
        return of(List.of(header));
    }

    /** A table to fill. */
    static Builder of(List<String> header) {
        return new Builder(header);
    }

    /**
     * The columns with these names, in their order.
     *
     * @param names empty for all columns
     */
    Table select(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        return new Table(
                names,
                new Selection(rows, names.stream().mapToInt(header::indexOf).toArray()));
    }

    /** Some cells of a row, selected when the row is read. */
    private static final class Selection extends AbstractList<List<String>> {
        private final List<List<String>> rows;
        private final int[] indices;

        Selection(List<List<String>> rows, int[] indices) {
            this.rows = rows;
            this.indices = indices;
        }

        @Override
        public List<String> get(int number) {
            List<String> row = rows.get(number);
            String[] cells = new String[indices.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.get(indices[i]);
            }
            return List.of(cells);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    static final class Builder {
        private final List<String> header;
        private final List<List<String>> rows = new ArrayList<>();

        private Builder(List<String> header) {
            this.header = header;
        }

        Builder row(String... cells) {
            rows.add(List.of(cells));
            return this;
        }

        Table build() {
            return new Table(header, List.copyOf(rows));
        }
    }
}
