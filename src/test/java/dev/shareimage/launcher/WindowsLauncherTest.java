package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher for Windows. Wine runs it with a replacement of java.exe, where Wine and a cross compiler are installed.
 */
class WindowsLauncherTest {

    private static final Path STUB_SOURCE = Path.of("src", "test", "clients", "windows", "java.c");

    /**
     * Kept between runs, because creating it takes seconds, and Wine may still write to it when the tests have ended.
     */
    private static final Path PREFIX = Path.of("target", "wine").toAbsolutePath();

    @TempDir
    private static Path shared;

    private static Path stub;

    @TempDir
    private Path directory;

    private Path home;
    private Path jdk;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void compile_the_stub() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/wine")), "Wine is not installed");
        Path compiler = Path.of("/usr/bin/x86_64-w64-mingw32-gcc");
        assumeTrue(Files.isExecutable(compiler), "no compiler for Windows is installed");
        stub = shared.resolve("java.exe");
        ProgramRun run = ProgramRun.of(
                Map.of("PATH", "/usr/bin:/bin"),
                List.of(compiler.toString(), "-o", stub.toString(), STUB_SOURCE.toString()));
        assertThat(run.stderr()).isEmpty();
    }

    /** The first use of a prefix prints to standard error. */
    @BeforeAll
    static void make_the_prefix() throws Exception {
        if (Files.isExecutable(Path.of("/usr/bin/wine"))) {
            Files.createDirectories(PREFIX.getParent());
            ProgramRun.of(wine(), List.of("/usr/bin/wine", "cmd", "/c", "exit"));
        }
    }

    private static Map<String, String> wine() {
        return Map.of(
                "PATH",
                "/usr/bin:/bin",
                "HOME",
                shared.toString(),
                "WINEPREFIX",
                PREFIX.toString(),
                "WINEDEBUG",
                "-all");
    }

    @BeforeEach
    void install() throws IOException {
        home = directory.resolve("R&D (x86)/share image");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        installLauncher("src/dist/bin/share-image.cmd");
        Files.writeString(home.resolve("lib/share-image.jar"), "jar");
        jdk = directory.resolve("Java (17)");
        Files.createDirectories(jdk.resolve("bin"));
        Files.copy(stub, jdk.resolve("bin/java.exe"));
        release("17.0.15");
        environment.putAll(wine());
        environment.put("JAVA_HOME", windows(jdk));
    }

    @Test
    void passes_arguments_and_the_exit_code() throws Exception {
        ProgramRun run = launch("share", "two words", "a=b,c", "7");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.stdout())
                .contains("[" + windows(home.resolve("lib/share-image.jar")) + "]\n[dev.shareimage.Main]\n")
                .endsWith("[share]\n[two words]\n[a=b,c]\n[7]\n");
    }

    /** What cmd takes for something else outside of quotes, as a batch file hands it over. Wine loses per cent signs there. */
    @Test
    void passes_what_has_a_meaning_to_the_shell() throws Exception {
        assertThat(launchAs("--name \"a & b\" wow! (x86) \"c^d\" \"e|f\" \"<g>\"")
                        .stdout())
                .endsWith("[--name]\n[a & b]\n[wow!]\n[(x86)]\n[c^d]\n[e|f]\n[<g>]\n");
    }

    @Test
    void takes_a_java_home_in_quotes() throws Exception {
        environment.put("JAVA_HOME", "\"" + windows(jdk) + "\"");

        assertThat(launch("share").stdout()).endsWith("[share]\n");
    }

    @Test
    void takes_further_options_for_the_jvm() throws Exception {
        environment.put("SHARE_IMAGE_JAVA_OPTS", "-Dcolor=blue -Xmx64m");

        assertThat(launch().stdout()).contains("[-Dcolor=blue]\n[-Xmx64m]\n[-cp]\n");
    }

    @Test
    void says_when_java_is_too_old() throws Exception {
        release("11.0.2");

        assertThat(launch())
                .isEqualTo(refused("share-image: needs Java 17 or newer; \"" + windows(jdk) + "\\bin\\java.exe\" is"
                        + " 11.0.2."));
    }

    @Test
    void says_when_java_is_older_than_its_numbers() throws Exception {
        release("1.8.0_292");

        assertThat(launch().exitCode()).isEqualTo(3);
    }

    @Test
    void says_when_java_home_is_wrong() throws Exception {
        environment.put("JAVA_HOME", "Z:\\nowhere (x86)");

        assertThat(launch())
                .isEqualTo(refused("share-image: JAVA_HOME is \"Z:\\nowhere (x86)\", which has no bin\\java.exe."));
    }

    @Test
    void says_what_to_do_without_java() throws Exception {
        environment.remove("JAVA_HOME");

        assertThat(launch())
                .isEqualTo(refused(
                        "share-image: needs Java 17 or newer, and finds none: install one, or set" + " JAVA_HOME."));
    }

    @Test
    void says_when_its_program_is_missing() throws Exception {
        Files.delete(home.resolve("lib/share-image.jar"));

        assertThat(launch().stderr()).startsWith("share-image: its program is missing: ");
    }

    @Test
    void uses_an_archive_only_where_its_key_fits() throws Exception {
        Files.writeString(home.resolve("lib/classes.jsa"), "archive");
        Files.writeString(home.resolve("lib/classes.key"), "another program\r\n");

        assertThat(launch().stdout()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void makes_an_archive_and_uses_it_until_the_java_is_another() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "install");
        assertThat(launch()).isEqualTo(new ProgramRun(0, "", ""));
        environment.remove("SHARE_IMAGE_ARCHIVE");
        String shared = "[-XX:SharedArchiveFile=" + windows(home.resolve("lib/classes.jsa")) + "]\n";

        assertThat(home.resolve("lib/classes.jsa")).hasContent("archive");
        assertThat(launch().stdout()).contains(shared);

        release("17.0.16");
        assertThat(launch().stdout()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void accepts_no_other_word_for_a_mode() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "fast & wrong");

        assertThat(launch())
                .isEqualTo(new ProgramRun(
                        2,
                        "",
                        "share-image: SHARE_IMAGE_ARCHIVE is \"fast & wrong\"; it takes auto, on, off or install.\n"));
    }

    @Test
    void makes_no_archive_where_it_is_forbidden() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "install");
        environment.put("SHARE_IMAGE_NO_ARCHIVE", "1");

        assertThat(launch())
                .isEqualTo(new ProgramRun(
                        1,
                        "",
                        "share-image: makes no archive: SHARE_IMAGE_NO_ARCHIVE or an option for Java forbids it.\n"));
        assertThat(home.resolve("lib/classes.jsa")).doesNotExist();
    }

    @Test
    void uses_no_archive_beside_another_option_for_one() throws Exception {
        environment.put("SHARE_IMAGE_ARCHIVE", "install");
        launch();
        environment.put("SHARE_IMAGE_ARCHIVE", "on");
        assertThat(launch().stdout()).contains("SharedArchiveFile");
        environment.put("JAVA_TOOL_OPTIONS", "\"-Dname=R & D!\" -Xshare:auto");

        assertThat(launch("share").stdout()).doesNotContain("SharedArchiveFile").endsWith("[share]\n");
    }

    @Test
    void of_the_form_with_its_own_java_starts_that() throws Exception {
        installLauncher("src/dist/runtime/share-image.cmd");
        Path java = home.resolve("runtime/bin/java.exe");
        Files.createDirectories(java.getParent());
        Files.copy(stub, java);
        environment.put("JAVA_HOME", "Z:\\nowhere");
        environment.put("SHARE_IMAGE_JAVA_OPTS", "-Dcolor=blue");

        ProgramRun run = launch("share", "two words", "7");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.stdout())
                .startsWith("[-XX:SharedArchiveFile=" + windows(home.resolve("lib/classes.jsa")) + "]\n")
                .endsWith("[-Dcolor=blue]\n[-cp]\n[" + windows(home.resolve("lib/share-image.jar"))
                        + "]\n[dev.shareimage.Main]\n[share]\n[two words]\n[7]\n");
    }

    private void installLauncher(String source) throws IOException {
        Files.writeString(
                home.resolve("bin/share-image.cmd"),
                Files.readString(Path.of(source)).replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    private void release(String version) throws IOException {
        Files.writeString(
                jdk.resolve("release"),
                "JAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + version + "+6\"\nOS_NAME=\"Windows\"\n");
    }

    private ProgramRun launch(String... arguments) throws Exception {
        return launchAs("%*", arguments);
    }

    /** Wine's cmd takes no command with blanks in its path from outside. */
    private ProgramRun launchAs(String handedOver, String... arguments) throws Exception {
        Path batch = directory.resolve("run.bat");
        Files.writeString(batch, "@\"" + windows(home.resolve("bin/share-image.cmd")) + "\" " + handedOver + "\r\n");
        List<String> command = new ArrayList<>(List.of("/usr/bin/wine", "cmd", "/c", windows(batch)));
        command.addAll(List.of(arguments));
        ProgramRun run = ProgramRun.of(environment, command);
        return new ProgramRun(
                run.exitCode(), run.stdout().replace("\r\n", "\n"), run.stderr().replace("\r\n", "\n"));
    }

    private static String windows(Path path) {
        return "Z:" + path.toString().replace('/', '\\');
    }

    private static ProgramRun refused(String sentence) {
        return new ProgramRun(3, "", sentence + "\n");
    }
}
