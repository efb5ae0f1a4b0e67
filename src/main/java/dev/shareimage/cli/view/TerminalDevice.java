package dev.shareimage.cli.view;

import java.io.InputStream;
import java.util.Optional;

/** The terminal that a person sits at, whatever the standard streams are. */
public interface TerminalDevice {

    /** How wide it is now. */
    int columns();

    /** What is typed at it; empty where the process has no terminal. */
    Optional<InputStream> keyboard();

    /** Does something each time that its width has changed; only the last one that was given. */
    void onResize(Runnable action);

    /** One whose width never changes, and at which nobody sits. */
    static TerminalDevice ofWidth(int columns) {
        return new Fixed(columns);
    }

    /** A width and nothing else. */
    record Fixed(int columns) implements TerminalDevice {
        @Override
        public Optional<InputStream> keyboard() {
            return Optional.empty();
        }

        @Override
        public void onResize(Runnable action) {}
    }
}
