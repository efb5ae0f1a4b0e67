package dev.shareimage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One complete run of a program.
 *
 * @param peakMebibytes the maximum resident memory; 0 if it was not measured or is not known
 */
record BenchmarkRun(Duration time, long peakMebibytes) {

    private static final int LOOK_EVERY_MILLIS = 5;

    /** Runs it at full speed. */
    static BenchmarkRun timed(List<String> command, Map<String, String> environment) {
        long start = System.nanoTime();
        Process process = start(command, environment);
        requireSuccess(process, command);
        return new BenchmarkRun(Duration.ofNanos(System.nanoTime() - start), 0);
    }

    /** Runs it and measures its memory, which takes a little time. */
    static BenchmarkRun watched(List<String> command, Map<String, String> environment) {
        IdleWait.await();
        long start = System.nanoTime();
        Process process = start(command, environment);
        long peak = 0;
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakKibibytes(process.pid()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        requireSuccess(process, command);
        return new BenchmarkRun(Duration.ofNanos(System.nanoTime() - start), peak / 1024);
    }

    private static Process start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SHARE_IMAGE_") || name.startsWith("ALIBABA_"));
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(errors().toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSuccess(Process process, List<String> command) {
        try {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                String text = Files.readString(errors());
                throw new IllegalStateException(exitCode + " is the exit code of " + command + "\n" + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path errors() {
        return Programs.SCRATCH.resolve("errors.txt");
    }

    private static long peakKibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException | UncheckedIOException e) {
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
