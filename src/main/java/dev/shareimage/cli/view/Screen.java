package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The place where people read a table.
 *
 * @param columns its width
 * @param person whether it is a terminal, and not a file
 * @param words the words of the reader's language, loaded when a table is written
 * @param now the time from which ages are counted
 */
record Screen(int columns, boolean person, boolean color, Supplier<Messages> words, Instant now) {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** A file or a pipe, without a limit of the width. */
    static Screen paper(String language) {
        return new Screen(UNBOUNDED, false, false, () -> Messages.load("table", language), Instant.EPOCH);
    }

    /** The same, with words that are already loaded. */
    static Screen paper(Messages words) {
        return new Screen(UNBOUNDED, false, false, () -> words, Instant.EPOCH);
    }

    /** A terminal. */
    static Screen of(int columns, boolean color, String language, Instant now) {
        return new Screen(columns, true, color, () -> Messages.load("table", language), now);
    }
}
