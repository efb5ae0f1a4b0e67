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
 * Files and directories of the user who runs the program. No other user can ever access them.
 *
 * <p>Links of other users are not followed and pipes are not opened. Otherwise root with another user's home would
 * write where that user wants, or wait forever.
 */
public final class PrivateFiles {

    private static final String ROOT = "root";

    private PrivateFiles() {}

    /**
     * Creates the file if it is missing. The permissions of an existing file are not changed.
     *
     * @throws IOException also if the path is not a regular file of the user
     */
    public static void ensure(Path file) throws IOException {
        try {
            Files.createFile(file, only("rw-------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isOwn(file)) {
                throw new IOException(file + " is not a regular file of this user", e);
            }
        }
    }

    /** Creates the file if it is missing, and removes all permissions of other users. */
    public static void ensureClosed(Path file) throws IOException {
        ensure(file);
        close(file, "rw-------");
    }

    /**
     * Creates the directory and its parents if they are missing, and removes all permissions of other users.
     *
     * @throws IOException also if the directory, or a directory or link on the path, belongs to another user
     */
    public static void ensureDirectory(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        requireTrusted(absolute);
        Files.createDirectories(absolute, only("rwx------"));
        requireTrusted(absolute.toRealPath());
        if (!Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS) || !isOwn(absolute)) {
            throw new IOException(absolute + " is not a directory of this user");
        }
        close(absolute, "rwx------");
    }

    /** Checks the owners of the path. The owner of a directory or link on the path can change where it leads. */
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

    /** The user's name, or the number of a user without a name, as in many containers. */
    private static String user() throws IOException {
        Optional<String> name = ProcessHandle.current().info().user();
        return name.isPresent()
                ? name.get()
                : Files.getOwner(Path.of("/proc/self")).getName();
    }

    /** The attribute for the permissions; none on systems like Windows, where a home directory is private. */
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
