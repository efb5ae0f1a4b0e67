package dev.shareimage.cli.view;

import dev.shareimage.app.Progress;
import dev.shareimage.domain.Messages;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shows progress: one changing line on a terminal, one line for each step in a log. */
public final class ProgressView implements Progress {

    /** The number of lines for a long task in a log. */
    private static final int LINES_OF_LONG_WORK = 10;

    private static final int PERCENT_PER_LINE = 100 / LINES_OF_LONG_WORK;

    private final Output output;
    private final Messages messages;
    private final boolean live;
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    private ProgressView(Output output, Messages messages, boolean live) {
        this.output = output;
        this.messages = messages;
        this.live = live;
    }

    /**
     * Shows progress as the options request.
     *
     * @param logged whether all output is kept, as in a pipeline, even if it looks like a terminal
     */
    public static Progress of(Output output, Messages messages, Terminal terminal, boolean logged) {
        return output.options().quiet()
                ? Progress.SILENT
                : new ProgressView(output, messages, terminal.error() && !logged);
    }

    @Override
    public void step(String what) {
        if (live) {
            output.live(what + " …");
        } else {
            output.say("- " + what);
        }
    }

    /** The only one of its kind needs no number. */
    @Override
    public void advance(String what, int done, int total) {
        if (total == 1) {
            step(what);
            return;
        }
        int every = Math.max(1, total / LINES_OF_LONG_WORK);
        if (live) {
            output.live(what + " … " + done + "/" + total);
        } else if (done == total || done % every == 0) {
            output.say("- " + messages.get("progress.at", what, done + "/" + total));
        }
    }

    /** A log gets a line at the beginning, and whenever a tenth more is done. */
    @Override
    public void percent(String what, int percent) {
        Integer before = told.put(what, percent / PERCENT_PER_LINE);
        if (live) {
            output.live(what + " … " + percent + "%");
        } else if (before == null || before < percent / PERCENT_PER_LINE) {
            output.say("- " + messages.get("progress.at", what, percent + "%"));
        }
    }
}
