package dev.shareimage.cli.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Formats times in whole seconds. The last text is kept, because many neighbors in a long list have the same time, and
 * formatting takes longer than the rest of a row.
 */
final class Times {

    private Instant last = Instant.EPOCH;
    private String text = last.toString();

    /** The time as text; empty if there is none. */
    String of(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        if (!time.equals(last)) {
            last = time;
            text = time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return text;
    }
}
