package dev.shareimage.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The measured programs, and their environment. */
final class Programs {

    /** The folder for all files of the benchmark. */
    static final Path SCRATCH = Path.of("target/bench").toAbsolutePath();

    private static final Path PEERS = Path.of("src/bench/peers").toAbsolutePath();
    private static final Path NODE_MODULES = SCRATCH.resolve("node/node_modules");
    private static final Path CACHE = SCRATCH.resolve("cache");
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private Programs() {}

    static List<String> shareImage(List<String> arguments) {
        return join(List.of(Path.of("target/share-image/bin/share-image").toAbsolutePath().toString()), arguments);
    }

    /** The form with its own runtime; empty if it was not built. */
    static Optional<List<String>> shareImageWithRuntime(List<String> arguments) {
        Path program = Path.of("target/share-image-runtime/bin/share-image").toAbsolutePath();
        return Files.isExecutable(program) ? Optional.of(join(List.of(program.toString()), arguments)) : Optional.empty();
    }

    static List<String> hello() {
        return List.of(java(), "-cp", SCRATCH.resolve("classes").toString(), Hello.class.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A script for Node with the vendor's SDK; empty if either is missing. */
    static Optional<List<String>> node(String script, String... arguments) {
        boolean ready = isOnPath("node") && Files.isDirectory(NODE_MODULES.resolve("@alicloud/pop-core"));
        return ready
                ? Optional.of(join(List.of("node", PEERS.resolve(script).toString()), List.of(arguments)))
                : Optional.empty();
    }

    /** A script for the vendor's command line; empty if that is not on the path. */
    static Optional<List<String>> aliyun(String script, String... arguments) {
        return isOnPath("aliyun")
                ? Optional.of(join(List.of("/bin/sh", PEERS.resolve(script).toString()), List.of(arguments)))
                : Optional.empty();
    }

    /** The environment of a program that uses a sandbox. */
    static Map<String, String> environment(Map<String, String> ofSandbox) {
        Map<String, String> environment = new HashMap<>(ofSandbox);
        environment.put("NODE_PATH", NODE_MODULES.toString());
        environment.put("XDG_CACHE_HOME", CACHE.toString());
        environment.put("XDG_STATE_HOME", SCRATCH.resolve("state").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }

    /** The program without its launcher, as in pipelines that have only the jar. */
    static List<String> jar(List<String> arguments) {
        Path jar = Path.of("target/share-image/lib/share-image.jar").toAbsolutePath();
        return join(List.of(java(), "-jar", jar.toString()), arguments);
    }

    /** The same on a new machine: an empty home directory, and CI. */
    static Map<String, String> onNewMachine(Map<String, String> environment) {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(SCRATCH.resolve("homes")), "home");
            Map<String, String> fresh = new HashMap<>(environment);
            fresh.put("HOME", home.toString());
            fresh.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
            fresh.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
            fresh.put("CI", "true");
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program until its archive of loaded classes exists, unless the build has made one. */
    static void warmUp() {
        if (Files.exists(Path.of("target/share-image/lib/classes.jsa"))) {
            return;
        }
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        BenchmarkRun.timed(shareImage(List.of("--version")), environment(Map.of()));
        while (!archived()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no archive of loaded classes appeared below " + CACHE);
            }
            BenchmarkRun.timed(hello(), Map.of());
        }
    }

    private static boolean archived() {
        if (!Files.isDirectory(CACHE)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(CACHE)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            return names.contains("classes.jsa") && !names.contains("lock");
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> join(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
