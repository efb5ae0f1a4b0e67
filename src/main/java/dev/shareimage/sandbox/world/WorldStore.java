package dev.shareimage.sandbox.world;

/** Keeps a world and lets one transaction at a time work on it. */
public interface WorldStore {

    /**
     * Runs a piece of work alone on the present world. What it changed stays when it returns, and is undone when it
     * throws.
     *
     * @throws X what the work throws
     * @throws java.io.UncheckedIOException when the state cannot be read or written
     */
    <R, X extends Exception> R transact(Work<R, X> work) throws X;

    /**
     * Makes the world what sandboxes start with.
     *
     * @throws java.io.UncheckedIOException when the state cannot be removed
     */
    void reset();

    /** What is done to the world in one transaction. */
    @FunctionalInterface
    interface Work<R, X extends Exception> {
        R on(World world) throws X;
    }
}
