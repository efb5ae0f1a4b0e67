package dev.shareimage.sandbox.world;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A world in a directory, shared by every process that opens it.
 *
 * <p>A transaction holds a lock on a file beside the state, so it sees the last change of any other process. The state
 * is replaced in one step, and only if the transaction changed it. A process that dies leaves the former state.
 */
public final class FileWorldStore implements WorldStore {

    private static final long RETRY_NANOS = 500_000;

    private final WorldFile file;
    private final PrivateDirectory directory;
    private final Supplier<World> seed;
    private @Nullable World world;
    private @Nullable String revision;

    /**
     * @param path the directory, which is created if it is missing
     * @param seed the world to start with if there is no state yet
     */
    public FileWorldStore(Path path, Supplier<World> seed) {
        this.directory = new PrivateDirectory(path);
        this.file = new WorldFile(directory);
        this.seed = seed;
    }

    @Override
    public synchronized <R, X extends Exception> R transact(Work<R, X> work) throws X {
        try (FileChannel channel = directory.openLockFile();
                FileLock lock = lock(channel)) {
            return transactLocked(work);
        } catch (IOException failed) {
            world = null;
            throw StateFailure.of(failed);
        }
    }

    @Override
    public synchronized void reset() {
        try (FileChannel channel = directory.openLockFile();
                FileLock lock = lock(channel)) {
            file.delete();
        } catch (IOException failed) {
            throw StateFailure.of(failed);
        } finally {
            world = null;
            revision = null;
        }
    }

    private <R, X extends Exception> R transactLocked(Work<R, X> work) throws X, IOException {
        World present = present();
        boolean done = false;
        try {
            R result = work.on(present);
            done = true;
            return result;
        } finally {
            finish(present, done);
        }
    }

    private void finish(World present, boolean done) throws IOException {
        if (!done) {
            present.rollBack();
        } else if (present.isChanged()) {
            revision = file.write(present).orElse(null);
            present.commit();
        }
    }

    private World present() throws IOException {
        Optional<String> stored = file.revision();
        World known = world;
        if (known == null || !stored.equals(Optional.ofNullable(revision))) {
            known = stored.isEmpty() ? seed.get() : file.read();
            world = known;
            revision = stored.orElse(null);
        }
        return known;
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException heldInThisProcess) {
                // another store of this process has the directory open: file locks do not wait inside a process
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }
}
