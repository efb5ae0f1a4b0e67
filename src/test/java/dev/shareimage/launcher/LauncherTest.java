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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the shell launcher finds its own directory, Java and its options. */
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
    void passes_arguments_as_they_are() throws Exception {
        assertThat(run("share", "two words", "", "*", "a\"b", "$HOME"))
                .isEqualTo(succeeded("argument share\nargument two words\nargument \nargument *\nargument a\"b\n"
                        + "argument $HOME\n" + PLAIN_OUTPUT));
    }

    @Test
    void passes_the_exit_code() throws Exception {
        assertThat(run("7")).isEqualTo(new ProgramRun(7, "argument 7\n", ""));
    }

    @Test
    void speaks_chinese_and_japanese_in_the_c_locale() throws Exception {
        environment.put("LANG", "C");

        assertThat(runChineseAndJapanese()).isEqualTo(succeeded("argument 镜像\nargument イメージ\n" + PLAIN_OUTPUT));
    }

    @Test
    void speaks_chinese_and_japanese_where_the_c_locale_is_forced() throws Exception {
        environment.put("LC_ALL", "C");

        assertThat(runChineseAndJapanese()).isEqualTo(succeeded("argument 镜像\nargument イメージ\n" + PLAIN_OUTPUT));
    }

    /** As after a login over SSH, which hands over the locale of another machine. */
    @EnabledOnOs(OS.LINUX)
    @Test
    void speaks_chinese_and_japanese_where_the_locale_is_not_installed() throws Exception {
        environment.put("LANG", "zh_XX.UTF-8");

        assertThat(runScript("language 镜像"))
                .isEqualTo(succeeded("argument language\nargument 镜像\nlanguage zh\n" + PLAIN_OUTPUT));

        environment.put("LANGUAGE", "ja_XX:en");
        environment.put("LC_ALL", "en_XX.UTF-8");
        assertThat(runScript("language イメージ"))
                .isEqualTo(succeeded("argument language\nargument イメージ\nlanguage ja\n" + PLAIN_OUTPUT));

        environment.put("SHARE_IMAGE_LANG", "en");
        assertThat(runScript("language イメージ"))
                .isEqualTo(succeeded("argument language\nargument イメージ\nlanguage en\n" + PLAIN_OUTPUT));
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void starts_in_a_folder_beyond_ascii_where_the_locale_is_not_installed() throws Exception {
        environment.put("LANG", "en_XX.UTF-8");
        Path script = directory.resolve("move and run");
        executable(
                script,
                "mv '" + layout.home() + "' '" + directory + "/前'\nexec '" + directory + "/前/bin/share-image' share");

        assertThat(runProgram(script)).isEqualTo(succeeded("argument share\n" + PLAIN_OUTPUT));
    }

    @Test
    void takes_further_options_for_the_jvm() throws Exception {
        environment.put("SHARE_IMAGE_JAVA_OPTS", "-Dcolor=blue -Xmx64m");

        assertThat(run()).isEqualTo(succeeded("stamp first\ncolor blue\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHARE_IMAGE_JAVA_OPTS", "JDK_JAVA_OPTIONS"})
    void says_which_option_of_the_user_is_misspelled(String variable) throws Exception {
        environment.put(variable, "-XX:+UseSerialGcc");

        ProgramRun run = run();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr()).contains("Unrecognized VM option 'UseSerialGcc'");
    }

    @Test
    void tells_the_program_which_streams_are_a_terminal() throws Exception {
        assertThat(run("terminals")).isEqualTo(succeeded("argument terminals\nterminals 000\n" + PLAIN_OUTPUT));
    }

    @Test
    void is_found_through_symbolic_links() throws Exception {
        Path farther = Files.createSymbolicLink(directory.resolve("farther"), layout.launcher());
        Path link = Files.createSymbolicLink(directory.resolve("link"), farther);

        assertThat(runProgram(link)).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void is_found_through_a_relative_path() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(layout.launcher());

        assertThat(runProgram(relative)).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void takes_the_java_of_the_path_without_java_home() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");

        assertThat(run()).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void takes_a_java_that_is_a_script_apart_from_its_jdk() throws Exception {
        environment.remove("JAVA_HOME");
        Path shims = Files.createDirectory(directory.resolve("shims"));
        executable(
                shims.resolve("java"), "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"");
        environment.put("PATH", shims + ":/usr/bin:/bin");

        assertThat(run()).isEqualTo(succeeded(PLAIN_OUTPUT));
    }

    @Test
    void says_what_to_do_without_java() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put(
                "PATH", Files.createDirectory(directory.resolve("empty")).toString());

        assertThat(run())
                .isEqualTo(refused(
                        "share-image: needs Java 17 or newer, and finds none: install one, or set" + " JAVA_HOME.\n"));
    }

    @Test
    void says_when_java_home_is_wrong() throws Exception {
        environment.put("JAVA_HOME", "/nowhere");

        assertThat(run()).isEqualTo(refused("share-image: JAVA_HOME is /nowhere, which has no bin/java.\n"));
    }

    @Test
    void says_when_java_is_too_old() throws Exception {
        Path java = oldJava();
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\nOS_NAME=\"Linux\"\n");

        assertThat(run())
                .isEqualTo(
                        refused("share-image: needs Java 17 or newer; " + java.resolve("bin/java") + " is 11.0.2.\n"));
    }

    @Test
    void says_when_a_java_of_before_release_files_is_too_old() throws Exception {
        Path java = oldJava();

        assertThat(run())
                .isEqualTo(refused(
                        "share-image: needs Java 17 or newer; " + java.resolve("bin/java") + " is 1.8.0_292.\n"));
    }

    @Test
    void says_when_its_program_is_missing() throws Exception {
        Files.delete(layout.jar());

        assertThat(run()).isEqualTo(refused("share-image: its program is missing: " + layout.jar() + "\n"));
    }

    @Test
    void is_replaced_by_the_program_so_that_signals_reach_it() throws Exception {
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

    @Test
    void keeps_a_thread_dump_out_of_the_result() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(layout.launcher().toString(), "wait");
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (BufferedReader output = process.inputReader();
                BufferedReader errors = process.errorReader()) {
            assertThat(output.readLine()).isEqualTo("argument wait");
            assertThat(output.readLine()).isEqualTo("waiting");

            new ProcessBuilder("/bin/sh", "-c", "kill -QUIT " + process.pid())
                    .start()
                    .waitFor();
            String line = errors.readLine();
            while (line != null && !line.startsWith("Full thread dump")) {
                line = errors.readLine();
            }
            assertThat(line).isNotNull();
            process.toHandle().destroy();

            assertThat(output.readLine()).isEqualTo("stopped");
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

    private ProgramRun run(String... arguments) throws Exception {
        return runProgram(layout.launcher(), arguments);
    }

    private ProgramRun runProgram(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return ProgramRun.of(environment, command);
    }

    private ProgramRun runChineseAndJapanese() throws Exception {
        return runScript("镜像 イメージ");
    }

    /** Uses a script, because the JVM of the tests may be unable to pass these arguments. */
    private ProgramRun runScript(String arguments) throws Exception {
        Path script = directory.resolve("chinese and japanese");
        executable(script, "exec '" + layout.launcher() + "' " + arguments);
        return runProgram(script);
    }

    private static ProgramRun succeeded(String stdout) {
        return new ProgramRun(0, stdout, "");
    }

    private static ProgramRun refused(String stderr) {
        return new ProgramRun(3, "", stderr);
    }
}
