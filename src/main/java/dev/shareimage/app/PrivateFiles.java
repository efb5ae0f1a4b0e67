package dev.shareimage.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Files and directories of the user who runs the program, closed to all others from the first moment on.
 *
 * <p>No symbolic link of somebody else is followed and no pipe is opened: with another user's home, root would write where
 * that user wants, or wait forever.
 */
public final class PrivateFiles {

    private static final String ROOT = "root";

    private PrivateFiles() {}

    /**
     * Makes the file unless it is there; one that is there stays as its owner wants it.
     *
     * @throws IOException also when what is there is no regular file of the user's
     */
    public static void ensure(Path file) throws IOException {
        try {
            Files.createFile(file, only("rw-------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isOwn(file)) {
                throw new IOException(file + " is no ordinary file of this user", e);
            }
        }
    }

    /** Makes the file as above, and closes one that is there to all others. */
    public static void ensureClosed(Path file) throws IOException {
        ensure(file);
        close(file, "rw-------");
    }

    /**
     * Makes the directory, and those above it, unless they are there, and closes it to all others.
     *
     * @throws IOException also when it, or a directory or link on the way, belongs to somebody else
     */
    public static void ensureDirectory(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        requireTrusted(absolute);
        Files.createDirectories(absolute, only("rwx------"));
        requireTrusted(absolute.toRealPath());
        if (!Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS) || !isOwn(absolute)) {
            throw new IOException(absolute + " is no directory of this user");
        }
        close(absolute, "rwx------");
    }

    /** Whoever has a directory or link on the way can lead elsewhere; what is not there yet is made by this user. */
    private static void requireTrusted(Path path) throws IOException {
        for (Path part = path; part != null; part = part.getParent()) {
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)
                    && !isOwn(part)
                    && !ownerOf(part).equals(ROOT)) {
                throw new IOException(part + " belongs to another user");
            }
        }
    }

    private static void close(Path path, String permissions) throws IOException {
        if (isPosix()
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                        .equals(permissions)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isOwn(Path path) throws IOException {
        return !isPosix() || ownerOf(path).equals(user());
    }

    private static String ownerOf(Path path) throws IOException {
        return isPosix() ? Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName() : ROOT;
    }

    /** The name, or the number of a user who has none, as in many containers. */
    private static String user() throws IOException {
        Optional<String> name = ProcessHandle.current().info().user();
        return name.isPresent()
                ? name.get()
                : Files.getOwner(Path.of("/proc/self")).getName();
    }

    /** Nothing where permissions are of another kind, as on Windows, where a home is private already. */
    private static FileAttribute<?>[] only(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
