package dev.shareimage.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Standard input that stops when the thread is interrupted, as by Ctrl-C. A read cannot be interrupted, so each read
 * has its own thread.
 */
final class InterruptibleInput {

    private final InputStream input;

    InterruptibleInput(InputStream input) {
        this.input = input;
    }

    /**
     * Reads to the end, or up to a number of bytes.
     *
     * @throws InterruptedIOException if the thread is interrupted
     */
    byte[] readNBytes(int most) throws IOException {
        FutureTask<byte[]> read = new FutureTask<>(() -> input.readNBytes(most));
        Thread reader = new Thread(read, "standard input");
        reader.setDaemon(true);
        reader.start();
        try {
            return read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
