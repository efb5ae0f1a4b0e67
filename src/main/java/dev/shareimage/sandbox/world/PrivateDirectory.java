package dev.shareimage.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A directory that only its owner can enter, with files that only its owner can read. */
final class PrivateDirectory {

    private static final String LOCK = "lock";

    private final Path path;

    PrivateDirectory(Path path) {
        this.path = path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Creates an empty file, and replaces a former one. */
    Path newFile(String name) throws IOException {
        Path file = file(name);
        Files.deleteIfExists(file);
        return Files.createFile(file, only("rw-------"));
    }

    /**
     * Opens a file for reading.
     *
     * @throws NoSuchFileException if it does not exist
     * @throws IOException also if it is not a regular file, because a link leads elsewhere and a pipe may never end
     */
    InputStream read(String name) throws IOException {
        requireOrdinary(file(name));
        return Files.newInputStream(file(name), LinkOption.NOFOLLOW_LINKS);
    }

    FileChannel openLockFile() throws IOException {
        try {
            return open();
        } catch (NoSuchFileException firstUse) {
            Files.createDirectories(path, only("rwx------"));
            return open();
        }
    }

    private FileChannel open() throws IOException {
        Path lock = file(LOCK);
        if (Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
            requireOrdinary(lock);
        }
        return FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                only("rw-------"));
    }

    private static void requireOrdinary(Path file) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isRegularFile()) {
            throw new IOException(file + " is no ordinary file");
        }
    }

    private FileAttribute<?>[] only(String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
