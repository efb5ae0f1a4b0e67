package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Installation, upgrade and removal by the installer. */
class InstallerTest extends InstallerScenario {

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
                        "usage: install.sh [--prefix FOLDER] [--with-java | ARCHIVE.tar.gz | URL], or install.sh"
                                + " [--prefix FOLDER] --uninstall\n",
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

    /** That form brings archives that were made elsewhere. */
    @Test
    void makes_the_archives_of_the_form_with_its_own_java_where_it_stands() throws Exception {
        Path home = directory.resolve("share-image-own");
        program(home.resolve("bin/share-image"), "echo started");
        program(home.resolve("lib/make-archives.sh"), "echo new >\"${0%/*}/classes.jsa\"");
        write(home.resolve("lib/classes.jsa"), "former");
        String own = Releases.pack(home).toString();
        Path archives = prefix.resolve("share/share-image/lib/classes.jsa");

        assertThat(install(own)).isEqualTo(installed());
        assertThat(archives).hasContent("new");
        assertThat(programRun().stdout()).isEqualTo("started\n");

        environment.put("SHARE_IMAGE_ARCHIVE", "off");
        assertThat(install(own)).isEqualTo(installed());
        assertThat(archives).hasContent("former");
    }

    private static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
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
        tool("mv", "case $1 in */new/*) kill -TERM $PPID; exit 1 ;; esac\nexec /bin/mv \"$@\"");

        assertThat(install(pack("second").toString())).isEqualTo(new ProgramRun(143, "", ""));
        environment.put("PATH", "/usr/bin:/bin");
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
        assertThat(prefix.resolve("share")).isDirectoryNotContaining("glob:**/.share-image*");
    }

    @Test
    void keeps_the_links_where_the_former_program_cannot_be_moved() throws Exception {
        install(archive.toString());
        tool("mv", "case $2 in */former) exit 1 ;; esac\nexec /bin/mv \"$@\"");

        assertThat(install(pack("second").toString()))
                .isEqualTo(new ProgramRun(
                        1,
                        "",
                        "install.sh: " + prefix.resolve("share/share-image")
                                + " cannot be replaced; nothing was changed\n"));
        environment.put("PATH", "/usr/bin:/bin");
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
        assertThat(prefix.resolve("share/man/man1/share-image.1")).hasContent("page");
    }

    @Test
    void leaves_nothing_behind_where_the_links_belong_to_somebody_else() throws Exception {
        install(archive.toString());
        tool("rm", "case $2 in */bin/share-image) echo 'not permitted' >&2; exit 1 ;; esac\nexec /bin/rm \"$@\"");
        tool("ln", "case $1 in -sf) exit 1 ;; esac\nexec /bin/ln \"$@\"");

        assertThat(install(pack("second").toString())).isEqualTo(new ProgramRun(1, "", "not permitted\n"));
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
        List<ProgramRun> runs = List.of(install(archive.toString()), other.get());
        assertThat(runs).extracting(ProgramRun::stdout).containsOnly(installed().stdout());
        assertThat(runs)
                .extracting(ProgramRun::stderr)
                .allMatch(said -> said.isEmpty() || said.startsWith("install.sh: waits for another installation"));

        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
        assertThat(prefix.resolve("share/share-image")).isDirectoryNotContaining("glob:**/share-image-*");
        assertThat(prefix.resolve("share")).isDirectoryNotContaining("glob:**/.share-image*");
    }

    @Test
    void takes_the_turn_of_one_that_was_killed() throws Exception {
        lockOf("999999999");

        assertThat(install(archive.toString())).isEqualTo(installed());
    }

    @Test
    void gives_up_where_another_installation_does_not_end() throws Exception {
        Path lock = lockOf(Long.toString(ProcessHandle.current().pid()));
        tool("sleep", "exit 0");

        assertThat(install(archive.toString()))
                .isEqualTo(new ProgramRun(
                        1,
                        "",
                        "install.sh: waits for another installation (process "
                                + ProcessHandle.current().pid() + ")\n"
                                + "install.sh: another installation does not end. If there is none, remove " + lock
                                + "\n"));
        assertThat(lock).isSymbolicLink();
        assertThat(prefix.resolve("bin")).doesNotExist();
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

    @ParameterizedTest
    @ValueSource(strings = {"/", "/.", "/../prefix"})
    void removes_its_links_however_the_folder_is_spelled(String end) throws Exception {
        assertThat(run("--prefix", prefix + end, archive.toString()).exitCode()).isZero();

        assertThat(install("--uninstall").exitCode()).isZero();
        assertThat(filesBelow(prefix)).isEmpty();
    }

    @Test
    void leaves_a_link_of_somebody_else_alone_and_names_the_program() throws Exception {
        Files.createDirectories(prefix.resolve("bin"));
        Path theirs = Files.createDirectory(directory.resolve("theirs"));
        Path link = Files.createSymbolicLink(prefix.resolve("bin/share-image"), theirs);

        assertThat(install(archive.toString()))
                .isEqualTo(new ProgramRun(
                        0,
                        "Installed: " + prefix.resolve("share/share-image/bin/share-image") + "\n",
                        "install.sh: " + link + " is not a link of this installer, and stays as it is\n"));
        assertThat(install("--uninstall").exitCode()).isZero();
        assertThat(Files.readSymbolicLink(link)).isEqualTo(theirs);
        assertThat(theirs).isEmptyDirectory();
    }

    @Test
    void removes_nothing_where_nothing_is_installed() throws Exception {
        assertThat(install("--uninstall"))
                .isEqualTo(new ProgramRun(1, "", "install.sh: there is no share-image in " + prefix + "\n"));
    }

    @Test
    void installs_where_there_is_no_java_yet() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("JAVA_HOME", "/nowhere");

        ProgramRun run = install(archive.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.stderr()).isEqualTo("share-image: JAVA_HOME is /nowhere, which has no bin/java.\n");
    }

    private Path lockOf(String process) throws IOException {
        Files.createDirectories(prefix.resolve("share"));
        return Files.createSymbolicLink(prefix.resolve("share/.share-image.lock"), Path.of(process));
    }
}
