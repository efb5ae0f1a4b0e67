package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Where people read a table.
 *
 * @param columns how wide it is
 * @param person whether it is a terminal, and not a file that keeps what was written
 * @param words of the language that is read; loaded when a table is written
 * @param now what ages count from
 */
record Screen(int columns, boolean person, boolean color, Supplier<Messages> words, Instant now) {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** A file or a pipe, which is as wide as need be. */
    static Screen paper(String language) {
        return new Screen(UNBOUNDED, false, false, () -> Messages.load("table", language), Instant.EPOCH);
    }

    /** The same, with words that are loaded already. */
    static Screen paper(Messages words) {
        return new Screen(UNBOUNDED, false, false, () -> words, Instant.EPOCH);
    }

    /** A terminal. */
    static Screen of(int columns, boolean color, String language, Instant now) {
        return new Screen(columns, true, color, () -> Messages.load("table", language), now);
    }
}
