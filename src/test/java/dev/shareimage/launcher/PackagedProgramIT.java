package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the results of {@code package}, the layout and the single jar, on the Java of the tests and on each Java that
 * {@code JAVA_HOME_17}, {@code JAVA_HOME_21} or {@code JAVA_HOME_25} in the environment names.
 */
@DisabledOnOs(OS.WINDOWS)
@ParameterizedClass
@MethodSource("javaHomes")
class PackagedProgramIT {

    private static final Path LAUNCHER =
            Path.of("target", "share-image", "bin", "share-image").toAbsolutePath();
    private static final Path KEY = LAUNCHER.resolve("../../lib/classes.key").normalize();
    private static final Path JAR = Path.of("target", "share-image.jar").toAbsolutePath();
    private static final String IMAGE = "m-hk0cmk0000000000001";
    private static final int MAX_PROXIES = 8;
    private static final Duration PROMPT = Duration.ofSeconds(10);

    static final List<List<String>> OFFLINE_COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("check-region", "cn-beijing"),
            List.of("set-trust", "--accounts", "2000000000000002", "--print"));

    private final Path javaHome;
    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    private Path home;

    PackagedProgramIT(Path javaHome) {
        this.javaHome = javaHome;
    }

    static Set<Path> javaHomes() throws IOException {
        Set<Path> homes = new LinkedHashSet<>();
        homes.add(Path.of(System.getProperty("java.home")).toRealPath());
        for (String variable : List.of("JAVA_HOME_17", "JAVA_HOME_21", "JAVA_HOME_25")) {
            String named = System.getenv(variable);
            if (named != null && !named.isEmpty()) {
                homes.add(Path.of(named).toRealPath());
            }
        }
        return homes;
    }

    @ParameterizedTest
    @FieldSource("OFFLINE_COMMANDS")
    void ends_promptly_with_nothing_on_standard_error(List<String> arguments) throws Exception {
        Instant start = Instant.now();
        ProgramRun run = launch(arguments);

        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Duration.between(start, Instant.now())).isLessThan(PROMPT);
    }

    @ParameterizedTest
    @FieldSource("OFFLINE_COMMANDS")
    void is_the_same_from_the_jar(List<String> arguments) throws Exception {
        assertThat(runJar(arguments)).isEqualTo(launch(arguments));
    }

    /** The two lines as a person copies them from the page about installation. */
    @Test
    void the_jar_starts_from_an_archive_that_one_line_makes() throws Exception {
        Files.copy(JAR, home.resolve("share-image.jar"));

        ProgramRun made = shell(lineOfThePage("java -XX:ArchiveClassesAtExit="));
        ProgramRun run = shell(lineOfThePage("java -XX:SharedArchiveFile=")
                .replace("-Xlog:disable", "-Xlog:disable -Xlog:class+load:file=loaded.txt")
                .replace("list-shares …", "check-region cn-beijing"));

        assertThat(made.exitCode()).as(made.stderr()).isZero();
        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stderr()).isEmpty();
        assertThat(run.stdout()).startsWith("cn-beijing");
        assertThat(home.resolve("loaded.txt"))
                .content()
                .contains("dev.shareimage.Main source: shared objects file (top)");
    }

    private static String lineOfThePage(String start) throws IOException {
        return Files.readAllLines(Path.of("src/site/markdown/installation.md")).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private ProgramRun shell(String line) throws Exception {
        variables.put("PATH", javaHome.resolve("bin") + ":/usr/bin:/bin");
        return run(List.of("/bin/sh", "-c", "cd '" + home + "' && " + line), List.of());
    }

    /** Except for the proxies of annotations, which Java creates at each start. */
    @ParameterizedTest
    @FieldSource("OFFLINE_COMMANDS")
    void takes_all_classes_of_a_command_from_the_archive(List<String> arguments) throws Exception {
        assumeThat(KEY).as("the build made an archive").exists();
        assumeThat(Files.readString(KEY)).as("for this Java").contains(" " + javaHome + " ");
        Path loaded = home.resolve("loaded.txt");
        variables.put("SHARE_IMAGE_NO_ARCHIVE", "");
        variables.put("SHARE_IMAGE_JAVA_OPTS", "-Xlog:class+load:file=" + loaded + ":none");

        assertThat(launch(arguments).exitCode()).isZero();

        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.startsWith("dev.shareimage.") || line.startsWith("picocli."))
                .filteredOn(line -> !line.contains("$Proxy"))
                .isNotEmpty()
                .allMatch(line -> line.contains("source: shared objects file"));
    }

    /** A proxy for each type of annotation that the parser reads costs about two milliseconds at each start. */
    @Test
    void makes_few_classes_while_it_runs() throws Exception {
        Path loaded = home.resolve("loaded.txt");
        variables.put("SHARE_IMAGE_JAVA_OPTS", "-Xlog:class+load:file=" + loaded + ":none");

        ProgramRun run = launch(List.of("list-shares", "--sandbox", "--region", "cn-hongkong", "--image-id", IMAGE));

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.contains("$Proxy") && line.contains("__dynamic_proxy__"))
                .hasSizeLessThanOrEqualTo(MAX_PROXIES);
        assertThat(Files.readAllLines(loaded))
                .filteredOn(line -> line.startsWith("dev.shareimage.") || line.startsWith("picocli."))
                .isNotEmpty()
                .noneMatch(line -> line.contains("/0x"));
    }

    /** With this variable, the SDK logs each request with its signature. */
    @Test
    void logs_no_signed_request_for_the_sdks_debug_variable() throws Exception {
        variables.put("DEBUG", "sdk");
        ProgramRun run =
                launch(List.of("list-shares", "--sandbox", "--debug", "--region", "cn-hongkong", "--image-id", IMAGE));

        assertThat(run.exitCode()).isZero();
        assertThat(run.stderr()).contains("debug: ").doesNotContain("Signature", "AccessKeyId=");
        assertThat(run.stdout()).doesNotContain("Signature");
    }

    private ProgramRun launch(List<String> arguments) throws Exception {
        assertThat(LAUNCHER).isExecutable();
        return run(List.of(LAUNCHER.toString()), arguments);
    }

    private ProgramRun runJar(List<String> arguments) throws Exception {
        assertThat(Files.isRegularFile(JAR)).isTrue();
        return run(List.of(javaHome.resolve("bin/java").toString(), "-jar", JAR.toString()), arguments);
    }

    private ProgramRun run(List<String> program, List<String> arguments) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", home.toString());
        environment.put("JAVA_HOME", javaHome.toString());
        environment.put("SHARE_IMAGE_NO_ARCHIVE", "1");
        environment.putAll(variables);
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return ProgramRun.of(environment, command);
    }
}
