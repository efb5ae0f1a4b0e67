package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A session that a program writes to its output; its command is split at white space, as the vendor's CLI does.
 *
 * @param patience how long it may take from its start to the end of its output; then it and its children are killed
 */
record ProcessSession(Profile profile, String command, Supplier<Duration> patience)
        implements SessionCredentials.Session {

    private static final int LARGEST = 64 * 1024;

    @Override
    public Credentials start() throws CloudException {
        try {
            return SessionJson.read(output());
        } catch (IOException e) {
            throw profile.problem("names a program that gave no credentials: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, "Credentials", "Interrupted", "the run was interrupted");
        }
    }

    private String output() throws IOException, InterruptedException {
        Duration longest = patience.get();
        Process process = new ProcessBuilder(command.strip().split("\\s+"))
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            return output(process, System.nanoTime() + longest.toNanos());
        } catch (TimeoutException e) {
            throw new IOException("it had not ended after " + longest.toMillis() / 1000.0 + " s", e);
        } finally {
            kill(process);
        }
    }

    private static String output(Process process, long end) throws IOException, InterruptedException, TimeoutException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> read(process));
        // Reading a pipe cannot be interrupted, and a child that outlives its parent may hold the pipe open.
        Thread thread = new Thread(reading, "credentials");
        thread.setDaemon(true);
        thread.start();
        try {
            byte[] bytes = reading.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw new IOException("it failed");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw new IOException("its output cannot be read", e);
        }
    }

    private static byte[] read(Process process) throws IOException {
        try (InputStream output = process.getInputStream()) {
            return output.readNBytes(LARGEST);
        }
    }

    /** With its children, which are not found any more once it is dead. */
    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
