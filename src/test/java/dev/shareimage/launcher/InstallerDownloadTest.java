package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the installer downloads, and what it refuses. A refused archive changes nothing. */
class InstallerDownloadTest extends InstallerScenario {

    private static final int MAX_STEP = 100;

    @Test
    void downloads_archive_and_checksum() throws Exception {
        try (FileServer server = new FileServer(directory)) {
            assertThat(install(server.address("share-image-first.tar.gz"))).isEqualTo(installed());
        }
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
    }

    @Test
    void tries_again_where_the_server_is_busy() throws Exception {
        try (FileServer server = new FileServer(directory)) {
            server.refuseOnce();
            assertThat(install(server.address("share-image-first.tar.gz")).exitCode())
                    .isZero();
        }
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
    }

    @Test
    void changes_nothing_after_a_broken_download() throws Exception {
        install(archive.toString());
        Path second = pack("second");
        byte[] whole = Files.readAllBytes(second);
        Files.write(second, Arrays.copyOf(whole, whole.length / 2));
        try (FileServer server = new FileServer(directory)) {
            String address = server.address("share-image-second.tar.gz");
            assertThat(install(address))
                    .isEqualTo(new ProgramRun(
                            1, "", "install.sh: " + address + " is not what its checksum says; nothing was changed\n"));
        }
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
    }

    /** As the tools of Windows write it, and as a person copies it from a page. */
    @Test
    void takes_a_checksum_file_of_any_spelling() throws Exception {
        String checksum = Releases.checksum(archive);
        for (String text : List.of(checksum, checksum.toUpperCase(Locale.ROOT) + "\r\n", checksum + " *name\r\n")) {
            Files.writeString(archive.resolveSibling(archive.getFileName() + ".sha256"), text);
            assertThat(install(archive.toString())).as(text).isEqualTo(installed());
        }
    }

    @Test
    void says_that_a_checksum_file_is_empty() throws Exception {
        Files.writeString(archive.resolveSibling(archive.getFileName() + ".sha256"), "");

        refuses(archive, archive + ".sha256 is empty; nothing was changed");
    }

    @Test
    void says_that_a_file_is_not_an_archive() throws Exception {
        Files.writeString(archive, "<html>Sign in</html>");
        Files.writeString(archive.resolveSibling(archive.getFileName() + ".sha256"), Releases.checksum(archive) + "\n");

        ProgramRun run = install(archive.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.stderr())
                .startsWith("install.sh: " + archive + " cannot be unpacked: ")
                .endsWith("; nothing was changed\n");
        assertThat(prefix).doesNotExist();
    }

    @Test
    void says_that_an_archive_holds_something_else() throws Exception {
        Path other = directory.resolve("other-program");
        write(other.resolve("bin/share-image"), "something else");
        Path packed = Releases.pack(other);

        refuses(packed, packed + " does not hold the program; nothing was changed");
    }

    @Test
    void says_why_it_cannot_unpack() throws Exception {
        install(archive.toString());
        tool(
                "tar",
                "case $1 in -x*) echo 'tar: no space left' >&2; echo 'tar: exiting' >&2; exit 2 ;; esac\n"
                        + "exec /bin/tar \"$@\"");
        Path second = pack("second");

        assertThat(install(second.toString()))
                .isEqualTo(new ProgramRun(
                        1,
                        "",
                        "install.sh: " + second + " cannot be unpacked: tar: no space left; nothing was changed\n"));
        environment.put("PATH", "/usr/bin:/bin");
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
    }

    @Test
    void of_a_release_installs_that_release_from_standard_input_too() throws Exception {
        try (FileServer server = new FileServer(directory)) {
            Path installer = releaseInstaller(server);
            Files.move(Releases.pack(named("share-image-1.2.3")), release("share-image-1.2.3.tar.gz"));
            Files.move(
                    directory.resolve("share-image-1.2.3.tar.gz.sha256"), release("share-image-1.2.3.tar.gz.sha256"));

            assertThat(shell("cat '" + installer + "' | sh -s -- --prefix '" + prefix + "'"))
                    .isEqualTo(installed());
        }
        assertThat(programRun().stdout()).isEqualTo("stamp first\ncolor null\n");
    }

    @Test
    void of_a_release_chooses_the_archive_with_the_java_of_this_machine() throws Exception {
        tool("uname", "case $1 in -s) echo Darwin ;; *) echo aarch64 ;; esac");
        try (FileServer server = new FileServer(directory)) {
            ProgramRun run = shell("sh '" + releaseInstaller(server) + "' --with-java --prefix '" + prefix + "'");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(server.asked()).containsExactly("releases/download/v1.2.3/share-image-1.2.3-macos-arm64.tar.gz");
        }
    }

    @Test
    void of_a_release_has_no_java_for_every_machine() throws Exception {
        tool("uname", "case $1 in -s) echo Linux ;; *) echo riscv64 ;; esac");
        try (FileServer server = new FileServer(directory)) {
            assertThat(shell("sh '" + releaseInstaller(server) + "' --with-java --prefix '" + prefix + "'"))
                    .isEqualTo(
                            new ProgramRun(1, "", "install.sh: there is no archive with its own Java for riscv64\n"));
        }
    }

    @Test
    void of_the_project_needs_an_archive() throws Exception {
        assertThat(run("--prefix", prefix.toString()).stderr()).startsWith("install.sh: usage: ");
        assertThat(run("--uninstall", archive.toString()).stderr()).startsWith("install.sh: usage: ");
        assertThat(run("--with-java", archive.toString()).stderr()).startsWith("install.sh: usage: ");
        assertThat(prefix).doesNotExist();
    }

    /** A shell that reads the installer from a download runs what it has got when the connection breaks. */
    @Test
    void does_nothing_where_a_part_of_it_is_missing() throws Exception {
        install(archive.toString());
        String whole = Files.readString(INSTALLER);
        Path part = directory.resolve("part");
        int complete = whole.stripTrailing().length();
        for (int end = 1; end < complete; end += end < complete - MAX_STEP ? MAX_STEP : 1) {
            Files.writeString(part, whole.substring(0, end));
            shell("sh -s -- --prefix '" + prefix + "' --uninstall <'" + part + "'");
            assertThat(prefix.resolve("share/share-image/lib/share-image.jar"))
                    .as("after %d of %d characters", end, complete)
                    .exists();
        }
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

    private void refuses(Path source, String reason) throws Exception {
        assertThat(install(source.toString())).isEqualTo(new ProgramRun(1, "", "install.sh: " + reason + "\n"));
        assertThat(prefix).doesNotExist();
    }

    private Path releaseInstaller(FileServer server) throws Exception {
        ProgramRun rendered = ProgramRun.of(
                environment,
                List.of(
                        "src/dist/render.sh",
                        "src/dist/install.sh",
                        "1.2.3",
                        server.address("").replaceFirst("/$", "")));
        assertThat(rendered.stderr()).isEmpty();
        Path installer = directory.resolve("installer of the release");
        Files.writeString(installer, rendered.stdout());
        return installer;
    }

    private Path release(String name) throws IOException {
        return Files.createDirectories(directory.resolve("releases/download/v1.2.3"))
                .resolve(name);
    }

    private Path named(String name) throws IOException {
        return Files.move(directory.resolve("share-image-first"), directory.resolve(name));
    }
}
