package dev.shareimage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the program, from a resource that the build writes. */
final class Version {

    private Version() {}

    /** The number, such as {@code 0.1.0}. The JVM has read it from the jar already; a resource takes longer to read. */
    static String number() {
        String known = Version.class.getPackage().getImplementationVersion();
        return known == null ? ofResource() : known;
    }

    private static String ofResource() {
        try (InputStream stream = Version.class.getResourceAsStream("version.txt")) {
            return stream == null ? "unknown" : new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line that {@code --version} prints. */
    static String line() {
        return "share-image " + number();
    }
}
