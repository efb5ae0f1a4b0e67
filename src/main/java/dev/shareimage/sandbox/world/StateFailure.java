package dev.shareimage.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Says why the state cannot be used, in words for people. It repeats no line of the file, because lines have secrets. */
final class StateFailure {

    private StateFailure() {}

    static UncheckedIOException of(IOException failed) {
        return new UncheckedIOException(reason(failed), failed);
    }

    /** The state was changed from outside and is no longer what a sandbox writes. */
    static IOException damaged(String what) {
        return new IOException(what + "; `sandbox reset` starts over");
    }

    private static String reason(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        if (failed instanceof AccessDeniedException) {
            return message + ": permission denied";
        }
        // The message of these is only the path, and the name of the class says what is wrong with it.
        boolean isOnlyPath = failed instanceof FileSystemException file && file.getReason() == null;
        return isOnlyPath ? message + ": " + words(failed) : message;
    }

    private static String words(IOException failed) {
        return failed.getClass()
                .getSimpleName()
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
