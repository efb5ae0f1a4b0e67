package dev.shareimage.cli.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the columns of a table that fit a width, and their widths.
 *
 * <p>Names and sentences are shortened first. Then the least important column is left out, and so on. Ids are never
 * shortened.
 */
final class Layout {

    static final int GAP = 2;

    /** The minimum width of shortened text. */
    private static final int MIN_TEXT_COLUMNS = 12;

    private final List<Place> places;

    /** A column that is shown. */
    private static final class Place {
        private final int index;
        private final Column column;
        private int width;

        Place(int index, Column column, int width) {
            this.index = index;
            this.column = column;
            this.width = width;
        }

        boolean canShrink() {
            return column.shortens() && width > MIN_TEXT_COLUMNS;
        }

        int leastWidth() {
            return canShrink() ? MIN_TEXT_COLUMNS : width;
        }
    }

    private Layout(List<Place> places) {
        this.places = places;
    }

    /** All of these columns, each with its preferred width. */
    static Layout whole(TableText text, List<Integer> indices) {
        List<Place> places = new ArrayList<>();
        for (int index : indices) {
            places.add(new Place(index, text.column(index), text.width(index)));
        }
        return new Layout(places);
    }

    /** The indices of the columns that are shown, in their order. */
    List<Integer> indices() {
        return places.stream().map(place -> place.index).toList();
    }

    /** The width of each. */
    List<Integer> widths() {
        return places.stream().map(place -> place.width).toList();
    }

    /** The total width. */
    int width() {
        return places.stream().mapToInt(place -> place.width + GAP).sum() - GAP;
    }

    /** Leaves out the least important columns until the rest fits when it is shortened. */
    Layout fold(int room) {
        while (places.stream().mapToInt(place -> place.leastWidth() + GAP).sum() - GAP > room) {
            Optional<Place> least = places.stream()
                    .filter(place -> place.column.rank() > 0)
                    .max(Comparator.comparingInt(place -> place.column.rank()));
            if (least.isEmpty()) {
                break;
            }
            places.remove(least.get());
        }
        return this;
    }

    /** Shortens names and sentences, the widest first, as much as necessary and useful. */
    Layout shorten(int room) {
        for (int excess = width() - room; excess > 0; excess--) {
            Optional<Place> widest =
                    places.stream().filter(Place::canShrink).max(Comparator.comparingInt(place -> place.width));
            if (widest.isEmpty()) {
                break;
            }
            widest.get().width--;
        }
        return this;
    }
}
