package dev.shareimage.resilience;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in its own process. */
final class Child implements AutoCloseable {

    private static final int MAX_IN_SECONDS = 120;
    private static final Path PACKAGED = Path.of("target", "share-image.jar").toAbsolutePath();

    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private Child(Process process, Path stdout, Path stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Starts the classes under test. */
    static Child ofClasses(Path home, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> program = List.of("-cp", ClassPath.ofTests(), "dev.shareimage.Main");
        return start(home, environment, program, arguments);
    }

    /** Starts the result of {@code package}. */
    static Child ofJar(Path home, Map<String, String> environment, List<String> arguments) throws IOException {
        return start(home, environment, List.of("-jar", PACKAGED.toString()), arguments);
    }

    private static Child start(Path home, Map<String, String> environment, List<String> program, List<String> arguments)
            throws IOException {
        Path stdout = Files.createTempFile(home, "stdout", ".txt");
        Path stderr = Files.createTempFile(home, "stderr", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(program);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .directory(home.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return new Child(process, stdout, stderr);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends {@code TERM}, {@code INT} or {@code KILL}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
    }

    /** The arguments and environment of the process. All users of the machine can read the arguments. Linux only. */
    String commandLine() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .replace('\0', ' ');
    }

    /** Waits for the end of the process. */
    ProgramRun end() throws IOException, InterruptedException {
        if (!process.waitFor(MAX_IN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end: " + Files.readString(stderr));
        }
        return new ProgramRun(
                process.exitValue(),
                Files.readString(stdout, StandardCharsets.UTF_8),
                Files.readString(stderr, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
