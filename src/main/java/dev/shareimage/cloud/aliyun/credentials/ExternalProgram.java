package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
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
 * A program that prints credentials.
 *
 * @param timeout the maximum time until its output ends; then the program and its children are killed
 */
record ExternalProgram(List<String> command, Supplier<Duration> timeout, CredentialFailures failures) {

    private static final int MAX_OUTPUT = 64 * 1024;

    /**
     * Runs the program and returns its output.
     *
     * @throws IOException if it fails; its message may be shown
     */
    String output() throws IOException, CloudException {
        try {
            return run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.interrupted();
        }
    }

    private String run() throws IOException, InterruptedException {
        Duration longest = timeout.get();
        Process process = start();
        try {
            process.getOutputStream().close();
            return output(process, System.nanoTime() + longest.toNanos());
        } catch (TimeoutException e) {
            throw new IOException(failures.sentence("program.time", longest.toMillis() / 1000.0), e);
        } finally {
            kill(process);
        }
    }

    private Process start() throws IOException {
        try {
            return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            // The JDK's message quotes the command, whose arguments may contain a secret.
            throw new IOException(failures.sentence("program.start"), e);
        }
    }

    private String output(Process process, long end) throws IOException, InterruptedException, TimeoutException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> read(process));
        // A read from a pipe cannot be interrupted, and a child that outlives its parent may keep the pipe open.
        Thread thread = new Thread(reading, "credentials");
        thread.setDaemon(true);
        thread.start();
        try {
            byte[] bytes = reading.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw new IOException(failures.sentence("program.exit", process.exitValue()));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw new IOException(failures.sentence("program.output"), e);
        }
    }

    private static byte[] read(Process process) throws IOException {
        try (InputStream output = process.getInputStream()) {
            return output.readNBytes(MAX_OUTPUT);
        }
    }

    /** Kills the program and its children. The children can only be found while the program lives. */
    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
