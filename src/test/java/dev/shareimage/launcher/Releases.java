package dev.shareimage.launcher;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/** Archives as a release has them, each with its checksum beside it. */
final class Releases {

    private Releases() {}

    /** Packs a folder beside it. */
    static Path pack(Path home) throws Exception {
        String name = home.getFileName().toString();
        Path packed = home.resolveSibling(name + ".tar.gz");
        ProgramRun.of(
                Map.of("PATH", "/usr/bin:/bin"),
                List.of("tar", "-C", home.getParent().toString(), "-czf", packed.toString(), name));
        Files.writeString(
                packed.resolveSibling(packed.getFileName() + ".sha256"),
                checksum(packed) + "  " + packed.getFileName() + "\n");
        return packed;
    }

    static String checksum(Path file) throws IOException, GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return String.format("%064x", new BigInteger(1, digest));
    }
}
