package dev.shareimage.cli.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table fit a width, and how wide each is.
 *
 * <p>Names and sentences are shortened first, then the least important column goes, and so on. Ids are never shortened.
 */
final class Layout {

    static final int GAP = 2;

    /** What is shorter says nothing. */
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

    /** All of these columns, each as wide as it likes to be. */
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

    /** The width of all. */
    int width() {
        return places.stream().mapToInt(place -> place.width + GAP).sum() - GAP;
    }

    /** Leaves out what matters least, until the rest fits once it is shortened. */
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

    /** Shortens names and sentences, the widest first, as far as it has to be and makes sense. */
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
