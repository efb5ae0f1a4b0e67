package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of loaded classes is made at installation or after a first run, is used by the next run, and never
 * prevents a run.
 */
@DisabledOnOs(OS.WINDOWS)
class ArchiveTest {

    private static final Duration MAX_WAIT = Duration.ofSeconds(60);
    private static final ProgramRun FIRST = new ProgramRun(0, "stamp first\ncolor null\n", "");
    private static final ProgramRun SECOND = new ProgramRun(0, "stamp second\ncolor null\n", "");

    @TempDir
    private Path directory;

    private Layout layout;
    private Path cache;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void lay_out() throws IOException {
        layout = Layout.at(directory.resolve("share-image"));
        cache = Files.createDirectory(directory.resolve("cache"));
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", directory.toString());
        environment.put("XDG_CACHE_HOME", cache.toString());
    }

    @Test
    void is_made_by_the_first_run_and_used_by_the_second() throws Exception {
        assertThat(run()).isEqualTo(FIRST);
        awaitArchive();

        assertThat(sourceOfMain()).startsWith("shared objects file");
    }

    @Test
    void is_made_again_for_another_program() throws Exception {
        run();
        Path stale = awaitArchive();
        layout.build("second");
        Files.setLastModifiedTime(stale, FileTime.from(Instant.EPOCH));

        assertThat(run()).isEqualTo(SECOND);
        awaitArchive();
        assertThat(sourceOfMain()).startsWith("shared objects file");
        assertThat(run()).isEqualTo(SECOND);
    }

    @Test
    void is_made_once_by_concurrent_first_runs() throws Exception {
        ExecutorService runners = Executors.newFixedThreadPool(4);
        try {
            List<Callable<ProgramRun>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                runs.add(this::run);
            }
            for (Future<ProgramRun> each : runners.invokeAll(runs)) {
                assertThat(each.get()).isEqualTo(FIRST);
            }
        } finally {
            runners.shutdownNow();
        }

        Path archive = awaitArchive();
        assertThat(filesInCache()).containsExactly(archive);
    }

    @Test
    void is_made_although_a_maker_was_killed() throws Exception {
        run();
        Path archive = awaitArchive();
        Files.delete(archive);
        Files.writeString(archive.resolveSibling("classes.lock"), "999999999\n");

        assertThat(run()).isEqualTo(FIRST);
        assertThat(awaitArchive()).isEqualTo(archive);
    }

    @Test
    void is_passed_over_when_damaged() throws Exception {
        run();
        Path archive = awaitArchive();
        Files.delete(archive);
        Files.writeString(archive, "no archive at all");

        assertThat(run()).isEqualTo(FIRST);
    }

    @Test
    void is_passed_over_when_the_jvm_could_make_none() throws Exception {
        run();
        Path archive = awaitArchive();
        Files.delete(archive);
        Files.createFile(archive);

        assertThat(run()).isEqualTo(FIRST);
        assertThat(archive).isEmptyFile();
    }

    @Test
    void is_done_without_where_the_cache_cannot_be_written() throws Exception {
        environment.put("XDG_CACHE_HOME", layout.jar().toString());

        assertThat(run()).isEqualTo(FIRST);
    }

    @Test
    void is_done_without_where_there_is_no_home() throws Exception {
        environment.remove("HOME");
        environment.remove("XDG_CACHE_HOME");

        assertThat(run()).isEqualTo(FIRST);
    }

    @Test
    void is_done_without_where_the_jvm_is_told_to_share_otherwise() throws Exception {
        environment.put("SHARE_IMAGE_JAVA_OPTS", "-Xshare:auto");

        assertThat(run()).isEqualTo(FIRST);
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void is_neither_made_nor_used_through_a_link() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(cache.resolve("share-image"), elsewhere);

        assertThat(run()).isEqualTo(FIRST);

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void is_neither_made_nor_used_in_the_home_of_another_user() throws Exception {
        Path home = Files.createDirectory(directory.resolve("home"));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve(".cache"), elsewhere);
        assumeTrue(
                new ProcessBuilder("chown", "nobody", home.toString()).start().waitFor() == 0,
                "files can be given away by root alone");
        environment.put("HOME", home.toString());
        environment.remove("XDG_CACHE_HOME");

        assertThat(run()).isEqualTo(FIRST);

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void is_done_without_on_request() throws Exception {
        environment.put("SHARE_IMAGE_NO_ARCHIVE", "1");

        assertThat(run()).isEqualTo(FIRST);
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void is_made_beside_the_program_when_it_is_installed() throws Exception {
        install();

        assertThat(sourceOfMain()).startsWith("shared objects file");
        assertThat(layout.home().resolve("lib"))
                .isDirectoryNotContaining("glob:**{making,lock}*")
                .isDirectoryContaining("glob:**classes.key");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void beside_the_program_serves_users_who_cannot_write_there() throws Exception {
        install();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(layout.home().resolve("lib/classes.jsa"))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void of_another_java_beside_the_program_is_passed_over() throws Exception {
        install();
        Path key = layout.home().resolve("lib/classes.key");
        Files.writeString(key, Files.readString(key).replaceFirst(" ", " another-"));

        assertThat(run()).isEqualTo(FIRST);
        awaitArchive();
        assertThat(sourceOfMain()).startsWith("shared objects file");
    }

    @Test
    void beside_an_older_program_is_passed_over() throws Exception {
        install();
        layout.build("second");
        Files.setLastModifiedTime(layout.home().resolve("lib/classes.jsa"), FileTime.from(Instant.EPOCH));

        assertThat(run()).isEqualTo(SECOND);
    }

    @Test
    void is_not_made_by_the_run_of_a_pipeline() throws Exception {
        environment.put("CI", "true");

        assertThat(run()).isEqualTo(FIRST);
        assertThat(cache).isEmptyDirectory();
        assertThat(processesOfTheProgram()).as("left behind").isEmpty();
    }

    @Test
    void is_made_by_the_run_of_a_pipeline_on_request() throws Exception {
        environment.put("CI", "true");
        environment.put("SHARE_IMAGE_ARCHIVE", "on");

        assertThat(run()).isEqualTo(FIRST);
        awaitArchive();
    }

    @Test
    void is_made_only_after_the_command_has_ended() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(layout.launcher().toString(), "wait");
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process command = builder.start();
        try (BufferedReader output = command.inputReader()) {
            assertThat(output.readLine()).isEqualTo("argument wait");
            assertThat(output.readLine()).isEqualTo("waiting");
            assertThat(filesInCache().stream().map(Path::getFileName).map(Path::toString))
                    .isSubsetOf("classes.lock");
        } finally {
            command.destroy();
        }
        awaitArchive();
    }

    @Test
    void is_not_made_where_the_program_cannot_be_written_to() throws Exception {
        Files.delete(layout.home().resolve("lib/make-archive.sh"));
        environment.put("SHARE_IMAGE_ARCHIVE", "install");

        assertThat(run().exitCode()).isNotZero();
        environment.remove("SHARE_IMAGE_ARCHIVE");
        assertThat(run()).isEqualTo(FIRST);
    }

    @Test
    void is_not_made_at_installation_where_it_is_forbidden() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "install");
        environment.put("SHARE_IMAGE_NO_ARCHIVE", "1");

        assertThat(run())
                .isEqualTo(new ProgramRun(
                        1,
                        "",
                        "share-image: makes no archive: SHARE_IMAGE_NO_ARCHIVE, an option for Java, or a Java without"
                                + " a build number forbids it.\n"));
    }

    @Test
    void accepts_no_other_word_for_a_mode() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "fast");

        assertThat(run())
                .isEqualTo(new ProgramRun(
                        2, "", "share-image: SHARE_IMAGE_ARCHIVE is fast; it takes auto, on, off or install.\n"));
    }

    private List<String> processesOfTheProgram() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(layout.home().toString()))
                .toList();
    }

    private void install() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "install");
        assertThat(run()).isEqualTo(new ProgramRun(0, "", ""));
        environment.remove("SHARE_IMAGE_ARCHIVE");
    }

    private ProgramRun run() throws Exception {
        return ProgramRun.of(environment, List.of(layout.launcher().toString()));
    }

    private String sourceOfMain() throws Exception {
        Path log = directory.resolve("loaded.txt");
        environment.put("SHARE_IMAGE_JAVA_OPTS", "-Xlog:class+load:file=" + log + ":none");
        run();
        environment.remove("SHARE_IMAGE_JAVA_OPTS");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("dev.shareimage.Main "))
                    .map(line -> line.substring(line.indexOf("source: ") + "source: ".length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until there is an archive that is newer than the jar, and its maker has cleaned up. */
    private Path awaitArchive() throws IOException {
        Instant deadline = Instant.now().plus(MAX_WAIT);
        FileTime jarTime = Files.getLastModifiedTime(layout.jar());
        while (Instant.now().isBefore(deadline)) {
            List<Path> files = filesInCache();
            if (files.size() == 1
                    && files.get(0).endsWith("classes.jsa")
                    && Files.getLastModifiedTime(files.get(0)).compareTo(jarTime) > 0) {
                return files.get(0);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("no archive after " + MAX_WAIT + ", but " + filesInCache());
    }

    /** The makers of the archive run concurrently, so files that disappear meanwhile do not count. */
    private List<Path> filesInCache() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(cache, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
