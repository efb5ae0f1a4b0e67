package dev.shareimage.cli.view;

import java.io.InputStream;
import java.util.Optional;

/** The terminal of the user, independent of the standard streams. */
public interface TerminalDevice {

    /** The present width. */
    int columns();

    /** The input that is typed there; empty if the process has no terminal. */
    Optional<InputStream> keyboard();

    /** Sets what happens after each change of the width. It replaces an earlier setting. */
    void onResize(Runnable action);

    /** A device with a constant width and no user. */
    static TerminalDevice ofWidth(int columns) {
        return new Fixed(columns);
    }

    /** A device that is only a width. */
    record Fixed(int columns) implements TerminalDevice {
        @Override
        public Optional<InputStream> keyboard() {
            return Optional.empty();
        }

        @Override
        public void onResize(Runnable action) {}
    }
}
