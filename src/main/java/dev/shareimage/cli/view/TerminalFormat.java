package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.util.List;

/** The format on a terminal without a requested format: the result's lines for terminals, or else a table. */
final class TerminalFormat implements ResultFormat {

    private final Screen screen;
    private final boolean everything;

    /** @param everything whether to list everything instead of counting */
    TerminalFormat(Screen screen, boolean everything) {
        this.screen = screen;
        this.everything = everything;
    }

    @Override
    public void write(Result result, TextSink out) {
        Messages words = screen.words().get();
        List<Line> lines = everything ? result.lines(words) : result.briefLines(words);
        if (lines.isEmpty()) {
            new AlignedFormat(screen, List.of(), false).write(everything ? result.table() : result.brief(words), out);
        }
        for (Line line : lines) {
            for (String part : WordWrap.lines(Sanitizer.clean(line.text()), screen.columns())) {
                out.append(screen.color() ? line.style().apply(part) : part).append('\n');
            }
        }
    }
}
