package dev.shareimage.sandbox.world;

/** Keeps a world, and runs one transaction at a time on it. */
public interface WorldStore {

    /**
     * Runs a transaction on the present world. Its changes are kept if it returns, and undone if it throws.
     *
     * @throws X what the work throws
     * @throws java.io.UncheckedIOException if the state cannot be read or written
     */
    <R, X extends Exception> R transact(Work<R, X> work) throws X;

    /**
     * Resets the world to its initial state.
     *
     * @throws java.io.UncheckedIOException if the state cannot be removed
     */
    void reset();

    /** The work of one transaction. */
    @FunctionalInterface
    interface Work<R, X extends Exception> {
        R on(World world) throws X;
    }
}
