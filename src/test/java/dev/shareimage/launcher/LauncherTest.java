package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the shell launcher finds itself, its Java and its options. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String PLAIN_OUTPUT = "stamp first\ncolor null\n";

    @TempDir
    private Path directory;

    private Layout layout;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        layout = Layout.at(directory.resolve("share image"));
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", directory.toString());
        environment.put("SHARE_IMAGE_NO_ARCHIVE", "1");
    }

    @Test
    void passesArgumentsAsTheyAre() throws Exception {
        assertThat(run("share", "two words", "", "*", "a\"b", "$HOME"))
                .isEqualTo(succeeded("argument share\nargument two words\nargument \nargument *\nargument a\"b\n"
                        + "argument $HOME\n" + PLAIN_OUTPUT));
    }

    @Test
    void passesTheExitCode() throws Exception {
        assertThat(run("7")).isEqualTo(new Run(7, "argument 7\n", ""));
    }

    @Test
    void speaksChineseAndJapaneseInTheCLocale() throws Exception {
        environment.put("LANG", "C");

        assertThat(runChineseAndJapanese()).isEqualTo(succeeded("argument 镜像\nargument イメージ\n" + PLAIN_OUTPUT));
    }

    @Test
    void speaksChineseAndJapaneseWhereTheCLocaleIsForced() throws Exception {
        environment.put("LC_ALL", "C");

        assertThat(runChineseAndJapanese()).isEqualTo(succeeded("argument 镜像\nargument イメージ\n" + PLAIN_OUTPUT));
    }

    @Test
    void takesFurtherOptionsForTheJvm() throws Exception {
        environment.put("SHARE_IMAGE_JAVA_OPTS", "-Dcolor=blue -Xmx64m");

        assertThat(run()).isEqualTo(succeeded("stamp first\ncolor blue\n"));
    }

    @Test
    void tellsTheProgramWhichStreamsAreATerminal() throws Exception {
        assertThat(run("terminals")).isEqualTo(succeeded("argument terminals\nterminals 000\n" + PLAIN_OUTPUT));
    }

    @Test
    void isFoundThroughSymbolicLinks() throws Exception {
        Path farther = Files.createSymbolicLink(directory.resolve("farther"), layout.launcher());
        Path link = Files.createSymbolicLink(directory.resolve("link"), farther);

        assertThat(runProgram(link)).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void isFoundThroughARelativePath() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(layout.launcher());

        assertThat(runProgram(relative)).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void takesTheJavaOfThePathWithoutJavaHome() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");

        assertThat(run()).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void takesAJavaThatIsAScriptApartFromItsJdk() throws Exception {
        environment.remove("JAVA_HOME");
        Path shims = Files.createDirectory(directory.resolve("shims"));
        executable(
                shims.resolve("java"), "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"");
        environment.put("PATH", shims + ":/usr/bin:/bin");

        assertThat(run()).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void saysWhatToDoWithoutJava() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put(
                "PATH", Files.createDirectory(directory.resolve("empty")).toString());

        assertThat(run())
                .isEqualTo(refused(
                        "share-image: needs Java 17 or newer, and finds none: install one, or set" + " JAVA_HOME.\n"));
    }

    @Test
    void saysWhenJavaHomeIsWrong() throws Exception {
        environment.put("JAVA_HOME", "/nowhere");

        assertThat(run()).isEqualTo(refused("share-image: JAVA_HOME is /nowhere, which has no bin/java.\n"));
    }

    @Test
    void saysWhenJavaIsTooOld() throws Exception {
        Path java = oldJava();
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\nOS_NAME=\"Linux\"\n");

        assertThat(run())
                .isEqualTo(
                        refused("share-image: needs Java 17 or newer; " + java.resolve("bin/java") + " is 11.0.2.\n"));
    }

    @Test
    void saysWhenAJavaOfBeforeReleaseFilesIsTooOld() throws Exception {
        Path java = oldJava();

        assertThat(run())
                .isEqualTo(refused(
                        "share-image: needs Java 17 or newer; " + java.resolve("bin/java") + " is 1.8.0_292.\n"));
    }

    @Test
    void saysWhenItsProgramIsMissing() throws Exception {
        Files.delete(layout.jar());

        assertThat(run()).isEqualTo(refused("share-image: its program is missing: " + layout.jar() + "\n"));
    }

    @Test
    void isReplacedByTheProgramSoThatSignalsReachIt() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(layout.launcher().toString(), "wait");
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("argument wait");
            assertThat(output.readLine()).isEqualTo("waiting");
            process.toHandle().destroy();

            assertThat(output.readLine()).isEqualTo("stopped");
            assertThat(process.waitFor()).isEqualTo(143);
        }
    }

    private Path oldJava() throws IOException {
        Path java = directory.resolve("old java");
        Files.createDirectories(java.resolve("bin"));
        executable(java.resolve("bin/java"), "echo '    java.version = 1.8.0_292' >&2");
        environment.put("JAVA_HOME", java.toString());
        return java;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(String... arguments) throws Exception {
        return runProgram(layout.launcher(), arguments);
    }

    private Run runProgram(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return Run.of(environment, command);
    }

    /** Through a script, as the JVM that runs the tests may itself be unable to pass these arguments. */
    private Run runChineseAndJapanese() throws Exception {
        Path script = directory.resolve("chinese and japanese");
        executable(script, "exec '" + layout.launcher() + "' 镜像 イメージ");
        return runProgram(script);
    }

    private static Run succeeded(String stdout) {
        return new Run(0, stdout, "");
    }

    private static Run refused(String stderr) {
        return new Run(3, "", stderr);
    }
}
