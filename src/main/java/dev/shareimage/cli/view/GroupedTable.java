package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A long list, grouped: each image has a line, and its targets are indented below it. */
final class GroupedTable {

    private static final String INDENT = "  ";

    /** The minimum width of a shortened name. */
    private static final int MIN_NAME_COLUMNS = 12;

    private final TableText text;
    private final Screen screen;
    private final List<Integer> image;
    private final List<Integer> targets;

    GroupedTable(TableText text, List<Integer> shown, Screen screen) {
        this.text = text;
        this.screen = screen;
        this.image =
                shown.stream().filter(index -> text.column(index).ofImage()).toList();
        this.targets =
                shown.stream().filter(index -> !text.column(index).ofImage()).toList();
    }

    /** Whether the table has images and columns that describe them. */
    boolean makesSense() {
        return image.stream().anyMatch(index -> text.column(index).name().equals("imageId")) && !targets.isEmpty();
    }

    void write(TextSink out) {
        int room = screen.columns() - INDENT.length();
        Layout layout = Layout.whole(text, targets).fold(room).shorten(room);
        if (layout.width() > room) {
            text.records(Layout.whole(text, text.all().boxed().toList()).indices(), out);
            return;
        }
        out.append(INDENT).append(text.headingLine(layout));
        for (int row = 0; row < text.rowCount(); row++) {
            if (row == 0 || !sameImage(row - 1, row)) {
                out.append(heading(row)).append('\n');
            }
            if (hasTarget(row)) {
                out.append(INDENT).append(text.rowLine(layout, row));
            }
        }
    }

    private boolean sameImage(int one, int other) {
        return image.stream().allMatch(index -> text.value(one, index).equals(text.value(other, index)));
    }

    private boolean hasTarget(int row) {
        return targets.stream().anyMatch(index -> !text.value(row, index).isEmpty());
    }

    /** What there is of the image. The columns that matter least are left out, then names are shortened. */
    private String heading(int row) {
        List<Integer> shown = new ArrayList<>(
                image.stream().filter(index -> !word(index, row).isEmpty()).toList());
        Optional<Integer> least = leastImportant(shown);
        while (width(shown, row, MIN_NAME_COLUMNS) > screen.columns() && least.isPresent()) {
            shown.remove(least.get());
            least = leastImportant(shown);
        }
        int excess = width(shown, row, Integer.MAX_VALUE) - screen.columns();
        return shown.stream().map(index -> styled(index, row, excess)).collect(Collectors.joining(INDENT));
    }

    private Optional<Integer> leastImportant(List<Integer> shown) {
        return shown.stream()
                .filter(index -> text.column(index).rank() > 0)
                .max(Comparator.comparingInt(index -> text.column(index).rank()));
    }

    /** The width of the columns, of names this much at most. */
    private int width(List<Integer> shown, int row, int maxName) {
        return shown.stream()
                        .mapToInt(index -> {
                            int width = DisplayWidth.of(word(index, row));
                            return Layout.GAP + (text.column(index).shortens() ? Math.min(width, maxName) : width);
                        })
                        .sum()
                - Layout.GAP;
    }

    private String styled(int index, int row, int excess) {
        String word = word(index, row);
        if (text.column(index).name().equals("imageId")) {
            return screen.color() ? Style.STRONG.apply(word) : word;
        }
        return excess > 0 && text.column(index).shortens()
                ? DisplayWidth.shorten(word, Math.max(1, DisplayWidth.of(word) - excess))
                : word;
    }

    private String word(int index, int row) {
        String value = text.value(row, index);
        Messages words = text.words();
        if (text.column(index).name().equals("encrypted")) {
            return value.isEmpty() ? "" : words.get("encrypted." + value);
        }
        return value.isEmpty() ? "" : text.cell(row, index);
    }
}
