package dev.shareimage.app.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that their owner alone may read, from the first moment on. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes the file unless it is there; one that is there stays as its owner wants it. */
    public static void ensure(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, only("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // another run was faster
        }
    }

    /** Makes the directory, and those above it, unless they are there. */
    public static void ensureDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, only("rwx------"));
    }

    /** Nothing where permissions are of another kind, as on Windows, where a home is private already. */
    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
