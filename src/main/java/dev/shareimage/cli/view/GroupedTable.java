package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.util.List;

/** A long list, grouped: each image has a line, and its targets are indented below it. */
final class GroupedTable {

    private static final String INDENT = "  ";

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

    /** The complete id first, then as much as fits. */
    private String heading(int row) {
        StringBuilder line = new StringBuilder();
        int taken = 0;
        for (int index : image) {
            String word = word(index, row);
            int room = screen.columns() - taken;
            boolean id = text.column(index).name().equals("imageId");
            if (id) {
                line.append(line.isEmpty() ? "" : INDENT).append(screen.color() ? Style.STRONG.apply(word) : word);
                taken += DisplayWidth.of(word) + Layout.GAP;
            } else if (!word.isEmpty()
                    && room > 0
                    && (text.column(index).shortens() || DisplayWidth.of(word) <= room)) {
                String shortened = DisplayWidth.shorten(word, room);
                line.append(line.isEmpty() ? "" : INDENT).append(shortened);
                taken += DisplayWidth.of(shortened) + Layout.GAP;
            }
        }
        return line.toString();
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
