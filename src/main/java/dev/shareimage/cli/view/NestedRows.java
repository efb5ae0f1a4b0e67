package dev.shareimage.cli.view;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Rows of a table that are made when they are read, several for each item. The last row is kept, because its cells are
 * read one after the other.
 */
final class NestedRows<T> extends AbstractList<List<String>> {

    private final List<T> items;
    private final RowMaker<T> maker;

    /** The index of each item's first row, and at the end the number of all rows. */
    private final int[] starts;

    private int lastIndex = -1;
    private List<String> lastRow = List.of();

    /** Makes a row of an item. */
    @FunctionalInterface
    interface RowMaker<T> {

        /** @param number the index of the row among those of the item, from 0 */
        String[] row(T item, int number);
    }

    /** @param count the number of rows of an item */
    NestedRows(List<T> items, ToIntFunction<T> count, RowMaker<T> maker) {
        this.items = items;
        this.maker = maker;
        this.starts = new int[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            starts[i + 1] = starts[i] + count.applyAsInt(items.get(i));
        }
    }

    @Override
    public List<String> get(int index) {
        if (index != lastIndex) {
            int item = itemOf(index);
            lastRow = List.of(maker.row(items.get(item), index - starts[item]));
            lastIndex = index;
        }
        return lastRow;
    }

    /** Items without rows have the same start as the next one, so the last of equal starts is the right one. */
    private int itemOf(int index) {
        int found = Arrays.binarySearch(starts, 0, items.size(), index);
        int item = found >= 0 ? found : -found - 2;
        while (starts[item + 1] == starts[item]) {
            item++;
        }
        return item;
    }

    @Override
    public int size() {
        return starts[items.size()];
    }
}
