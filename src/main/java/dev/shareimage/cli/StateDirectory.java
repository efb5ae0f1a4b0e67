package dev.shareimage.cli;

import java.nio.file.Path;

/** The directory for files that the program keeps between commands, in the usual place of each operating system. */
final class StateDirectory {

    private static final String NAME = "share-image";

    private StateDirectory() {}

    /** The directory, which may not exist. */
    static Path of(ProcessContext context) {
        String state = context.environment().getOrDefault("XDG_STATE_HOME", "");
        if (!state.isEmpty() && Path.of(state).isAbsolute()) {
            return Path.of(state, NAME);
        }
        String windows = context.environment().getOrDefault("LOCALAPPDATA", "");
        if (!windows.isEmpty()) {
            return Path.of(windows, NAME);
        }
        return context.home().resolve(".local").resolve("state").resolve(NAME);
    }
}
