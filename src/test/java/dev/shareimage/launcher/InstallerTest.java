package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Installation, upgrade and removal by the installer, from a file and from an address. */
@DisabledOnOs(OS.WINDOWS)
class InstallerTest {

    private static final Path INSTALLER = Path.of("src", "dist", "install.sh").toAbsolutePath();

    @TempDir
    private Path directory;

    private Path prefix;
    private Path archive;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void pack_a_release() throws Exception {
        prefix = directory.resolve("prefix");
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", directory.toString());
        archive = pack("first");
    }

    @Test
    void puts_program_completions_and_manual_pages_in_place() throws Exception {
        assertThat(install(archive.toString())).isEqualTo(installed());

        assertThat(programRun()).isEqualTo(new ProgramRun(0, "stamp first\ncolor null\n", ""));
        assertThat(prefix.resolve("share/share-image/lib/classes.jsa")).isNotEmptyFile();
        assertThat(prefix.resolve("share/bash-completion/completions/share-image"))
                .hasContent("bash");
        assertThat(prefix.resolve("share/zsh/site-functions/_share-image")).hasContent("zsh");
        assertThat(prefix.resolve("share/fish/vendor_completions.d/share-image.fish"))
                .hasContent("fish");
        assertThat(prefix.resolve("share/man/man1/share-image.1")).hasContent("page");
        assertThat(prefix.resolve("share/man/zh_CN/man1/share-image.1")).hasContent("Chinese page");
    }

    @Test
    void installs_into_the_home_directory_by_default() throws Exception {
        Path command = directory.resolve(".local/bin/share-image");
        environment.put("PATH", "/usr/bin:/bin:" + command.getParent());

        assertThat(run(archive.toString())).isEqualTo(new ProgramRun(0, "Installed: " + command + "\n", ""));
        assertThat(command).isExecutable();
    }

    @Test
    void takes_its_prefix_in_one_word_too() throws Exception {
        assertThat(run("--prefix=" + prefix, archive.toString())).isEqualTo(installed());
    }

    @Test
    void says_how_it_is_called() throws Exception {
        assertThat(run("--help"))
                .isEqualTo(new ProgramRun(
                        0,
                        "usage: install.sh [--prefix FOLDER] ARCHIVE.tar.gz|URL, or install.sh [--prefix FOLDER]"
                                + " --uninstall\n",
                        ""));
    }

    @Test
    void asks_for_a_folder_where_there_is_no_home() throws Exception {
        environment.remove("HOME");

        assertThat(run(archive.toString()))
                .isEqualTo(new ProgramRun(1, "", "install.sh: HOME is not set: name a folder with --prefix\n"));
    }

    @Test
    void makes_no_archive_of_loaded_classes_where_none_is_wanted() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "off");

        assertThat(install(archive.toString())).isEqualTo(installed());
        assertThat(prefix.resolve("share/share-image/lib/classes.jsa")).doesNotExist();
    }

    /** That form has its archive of loaded classes with it, and its launcher knows nothing of making one. */
    @Test
    void runs_no_command_of_the_form_with_its_own_java() throws Exception {
        Path home = directory.resolve("share-image-own");
        write(home.resolve("lib/classes.jsa"), "archive");
        write(home.resolve("bin/share-image"), "#!/bin/sh\necho started\n");
        assertThat(home.resolve("bin/share-image").toFile().setExecutable(true)).isTrue();

        assertThat(install(Releases.pack(home).toString())).isEqualTo(installed());
        assertThat(programRun().stdout()).isEqualTo("started\n");
    }

    @Test
    void gives_the_files_to_root_where_root_installs() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Path home = directory.resolve("share-image-first");
        assertThat(new ProcessBuilder("chown", "-R", "nobody", home.toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(install(Releases.pack(home).toString())).isEqualTo(installed());
        assertThat(Files.getOwner(prefix.resolve("share/share-image/bin/share-image"))
                        .getName())
                .isEqualTo("root");
    }

    /** Moving is broken off between the former program and the new one. */
    @Test
    void puts_the_former_program_back_where_the_new_one_cannot_be_put() throws Exception {
        install(archive.toString());
        Path tools = Files.createDirectories(directory.resolve("tools"));
        Path mv = tools.resolve("mv");
        write(mv, "#!/bin/sh\ncase $1 in */new/*) kill -TERM $PPID; exit 1 ;; esac\nexec /bin/mv \"$@\"\n");
        assertThat(mv.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", tools + ":/usr/bin:/bin");

        assertThat(install(pack("second").toString())).isEqualTo(new ProgramRun(143, "", ""));
        environment.put("PATH", "/usr/bin:/bin");
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
        assertThat(prefix.resolve("share")).isDirectoryNotContaining("glob:**/.share-image*");
    }

    @Test
    void upgrades() throws Exception {
        install(archive.toString());
        assertThat(install(pack("second").toString())).isEqualTo(installed());

        assertThat(programRun().stdout()).isEqualTo("stamp second\ncolor null\n");
        assertThat(prefix.resolve("share")).isDirectoryNotContaining("glob:**/.share-image*");
    }

    @Test
    void installs_once_when_two_run_at_the_same_time() throws Exception {
        CompletableFuture<ProgramRun> other = CompletableFuture.supplyAsync(() -> {
            try {
                return install(archive.toString());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(install(archive.toString())).isEqualTo(installed());
        assertThat(other.get()).isEqualTo(installed());

        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
        assertThat(prefix.resolve("share/share-image")).isDirectoryNotContaining("glob:**/share-image-*");
        assertThat(prefix.resolve("share")).isDirectoryNotContaining("glob:**/.share-image*");
    }

    @Test
    void takes_the_turn_of_one_that_was_killed() throws Exception {
        write(prefix.resolve("share/.share-image.lock"), "999999999\n");

        assertThat(install(archive.toString())).isEqualTo(installed());
    }

    @Test
    void installs_into_a_folder_with_blanks_in_its_name() throws Exception {
        prefix = directory.resolve("a prefix with blanks");

        assertThat(install(archive.toString())).isEqualTo(installed());
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
        assertThat(prefix.resolve("share/share-image/lib/classes.jsa")).isNotEmptyFile();

        assertThat(install("--uninstall").exitCode()).isZero();
        assertThat(filesBelow(prefix)).isEmpty();
    }

    @Test
    void removes_what_it_installed_and_nothing_else() throws Exception {
        Files.createDirectories(prefix.resolve("bin"));
        Files.writeString(prefix.resolve("bin/other"), "theirs");
        install(archive.toString());

        assertThat(install("--uninstall"))
                .isEqualTo(new ProgramRun(0, "Removed: " + prefix.resolve("share/share-image") + "\n", ""));
        assertThat(filesBelow(prefix)).containsExactly(prefix.resolve("bin/other"));
    }

    @Test
    void leaves_a_command_of_somebody_else_alone() throws Exception {
        Files.createDirectories(prefix.resolve("bin"));
        Files.writeString(prefix.resolve("bin/share-image"), "theirs");
        install(archive.toString());
        install("--uninstall");

        assertThat(filesBelow(prefix)).containsExactly(prefix.resolve("bin/share-image"));
        assertThat(prefix.resolve("bin/share-image")).hasContent("theirs");
    }

    @Test
    void removes_nothing_where_nothing_is_installed() throws Exception {
        assertThat(install("--uninstall"))
                .isEqualTo(new ProgramRun(1, "", "install.sh: there is no share-image in " + prefix + "\n"));
    }

    @Test
    void downloads_archive_and_checksum() throws Exception {
        try (FileServer server = new FileServer(directory)) {
            assertThat(install(server.address("share-image-first.tar.gz"))).isEqualTo(installed());
        }
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
    }

    @Test
    void changes_nothing_after_a_broken_download() throws Exception {
        install(archive.toString());
        Path second = pack("second");
        byte[] whole = Files.readAllBytes(second);
        Files.write(second, java.util.Arrays.copyOf(whole, whole.length / 2));
        try (FileServer server = new FileServer(directory)) {
            String address = server.address("share-image-second.tar.gz");
            assertThat(install(address))
                    .isEqualTo(new ProgramRun(
                            1, "", "install.sh: " + address + " is not what its checksum says; nothing was changed\n"));
        }
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
    }

    @Test
    void changes_nothing_when_there_is_no_such_release() throws Exception {
        try (FileServer server = new FileServer(directory)) {
            ProgramRun run = install(server.address("share-image-third.tar.gz"));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.stderr()).endsWith(" cannot be downloaded; nothing was changed\n");
        }
        assertThat(prefix).doesNotExist();
    }

    @Test
    void takes_no_address_without_encryption() throws Exception {
        assertThat(install("http://example.com/share-image.tar.gz"))
                .isEqualTo(new ProgramRun(
                        1, "", "install.sh: http://example.com/share-image.tar.gz is not an https address\n"));
    }

    @Test
    void installs_where_there_is_no_java_yet() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("JAVA_HOME", "/nowhere");

        ProgramRun run = install(archive.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.stderr()).isEqualTo("share-image: JAVA_HOME is /nowhere, which has no bin/java.\n");
    }

    private ProgramRun install(String argument) throws Exception {
        return run("--prefix", prefix.toString(), argument);
    }

    private ProgramRun run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", INSTALLER.toString()));
        command.addAll(List.of(arguments));
        return ProgramRun.of(environment, command);
    }

    private ProgramRun programRun() throws Exception {
        return ProgramRun.of(
                environment, List.of(prefix.resolve("bin/share-image").toString()));
    }

    private ProgramRun installed() {
        return new ProgramRun(
                0,
                "Installed: " + prefix.resolve("bin/share-image") + "\nTo start it by its name, add "
                        + prefix.resolve("bin") + " to your PATH.\n",
                "");
    }

    /** A release with the real launcher and a program that prints its version. */
    private Path pack(String stamp) throws Exception {
        String name = "share-image-" + stamp;
        Path home = directory.resolve(name);
        Layout.at(home).build(stamp);
        write(home.resolve("completions/share-image.bash"), "bash");
        write(home.resolve("completions/_share-image"), "zsh");
        write(home.resolve("completions/share-image.fish"), "fish");
        write(home.resolve("man/man1/share-image.1"), "page");
        write(home.resolve("man/zh_CN/man1/share-image.1"), "Chinese page");
        return Releases.pack(home);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<Path> filesBelow(Path top) throws IOException {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        }
    }
}
