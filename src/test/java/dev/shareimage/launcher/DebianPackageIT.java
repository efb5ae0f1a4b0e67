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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, as dpkg installs, triggers, upgrades and removes it below a folder of its own. Takes root. */
class DebianPackageIT {

    private static final List<String> FORCED = List.of("--force-not-root", "--force-script-chrootless");

    @TempDir
    private Path directory;

    private Path root;
    private Path library;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void make_a_root() throws IOException {
        assumeThat(Path.of("/usr/bin/dpkg-deb")).as("Debian's tools").exists();
        assumeThat(System.getProperty("user.name"))
                .as("who gives files to root")
                .isEqualTo("root");
        root = directory.resolve("root");
        library = root.resolve("usr/share/share-image/lib");
        for (String folder : List.of("info", "updates", "triggers")) {
            Files.createDirectories(root.resolve("var/lib/dpkg").resolve(folder));
        }
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("JAVA_HOME", root.resolve("usr/lib/jvm/some-jdk").toString());
    }

    @Test
    void makes_the_archive_whenever_a_java_comes_and_leaves_nothing_behind() throws Exception {
        Path program = buildProgram();

        ProgramRun withoutJava = dpkg("--force-depends", "-i", program.toString());
        assertThat(withoutJava.exitCode()).as(withoutJava.stderr()).isZero();
        assertThat(withoutJava.stderr())
                .contains("which has no bin/java.\n")
                .endsWith("share-image works without its archive of loaded classes, and starts more slowly.\n");
        assertThat(library.resolve("classes.jsa")).doesNotExist();

        assertSucceeds(dpkg("-i", buildJava("1.2+3").toString()));
        assertThat(library.resolve("classes.jsa")).isNotEmptyFile();
        assertThat(library.resolve("classes.key")).content().contains(" 17.1.2+3 ");

        assertSucceeds(dpkg("-i", buildJava("1.2+4").toString()));
        assertThat(library.resolve("classes.jsa")).isNotEmptyFile();
        assertThat(library.resolve("classes.key")).content().contains(" 17.1.2+4 ");
        assertThat(ProgramRun.of(
                        environment, List.of(root.resolve("usr/bin/share-image").toString(), "--version", "--verbose")))
                .satisfies(run -> assertThat(run.stdout())
                        .contains("archive of loaded classes: " + library.resolve("classes.jsa") + "\n"));

        ProgramRun removedJava = dpkg("--force-depends", "-r", "some-jdk");
        assertThat(removedJava.exitCode()).as(removedJava.stderr()).isZero();

        Files.createDirectory(library.resolve("making.1"));
        assertSucceeds(dpkg("-r", "share-image"));
        assertThat(filesBelow(root.resolve("usr"))).isEmpty();
    }

    private static void assertSucceeds(ProgramRun run) {
        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stderr()).isEmpty();
    }

    private ProgramRun dpkg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("dpkg", "--root=" + root, "--log=" + directory.resolve("log")));
        command.addAll(FORCED);
        command.addAll(List.of(arguments));
        return ProgramRun.of(environment, command);
    }

    private Path buildProgram() throws Exception {
        assertSucceeds(ProgramRun.of(environment, List.of("src/dist/debian/build.sh", "1.2.3", directory.toString())));
        return directory.resolve("share-image_1.2.3_all.deb");
    }

    /** A package with a Java of the given build at the place where Debian's are, which is that of the tests. */
    private Path buildJava(String build) throws Exception {
        Path tree = directory.resolve("jdk-" + build);
        Path java = tree.resolve("usr/lib/jvm/some-jdk");
        Files.createDirectories(java.resolve("bin"));
        Files.createSymbolicLink(java.resolve("bin/java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17\"\nJAVA_RUNTIME_VERSION=\"17." + build + "\"\n");
        Files.createDirectory(tree.resolve("DEBIAN"));
        Files.writeString(
                tree.resolve("DEBIAN/control"),
                "Package: some-jdk\nVersion: " + build
                        + "\nArchitecture: all\nProvides: java17-runtime-headless\n"
                        + "Maintainer: nobody <nobody@example.com>\nDescription: a Java\n");
        Path built = directory.resolve("some-jdk-" + build + ".deb");
        assertSucceeds(ProgramRun.of(environment, List.of("dpkg-deb", "--build", tree.toString(), built.toString())));
        return built;
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
