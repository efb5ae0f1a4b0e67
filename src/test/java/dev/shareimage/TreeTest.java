package dev.shareimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Text that no file of the project may contain. The project builds on any machine, from the registries that are set up
 * there.
 */
class TreeTest {

    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "node_modules", "target");

    private static final Pattern REGISTRY = Pattern.compile(String.join(
            "|",
            "repo1?\\.maven\\.",
            "central\\.sonatype\\.",
            "oss\\.sonatype\\.",
            "registry\\.(npmjs|yarnpkg)\\.",
            "(deb|security|snapshot)\\.debian\\.org",
            "archive\\.ubuntu\\.com",
            "pypi\\.org",
            "files\\.pythonhosted\\.",
            "proxy\\.golang\\.org",
            "plugins\\.gradle\\.org",
            "\"resolved\": *\"http"));

    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.}])/(root|work|tmp/team|home/[a-z]+)/(?!\\.\\.)|[A-Z]:\\\\Users\\\\");

    @Test
    void names_no_address_of_a_package_registry() throws IOException {
        assertThat(linesThatMatch(REGISTRY)).isEmpty();
    }

    @Test
    void names_no_path_of_one_machine() throws IOException {
        assertThat(linesThatMatch(MACHINE_PATH)).isEmpty();
    }

    /** A run that leaves one of them out succeeds without proving anything. */
    @Test
    void the_continuous_integration_runs_both_commands_of_the_readme() throws IOException {
        assertThat(Files.readAllLines(Path.of(".ci/run")))
                .contains("bash -c \"$test_command\"", "bash -c \"$run_command\" | tee \"$checkout/shares.txt\"");
    }

    private static List<String> linesThatMatch(Pattern forbidden) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : filesOfTheProject()) {
            Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> forbidden.matcher(line).find())
                    .forEach(line -> found.add(file + ": " + line.strip()));
        }
        return found;
    }

    private static List<Path> filesOfTheProject() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.getFileName().toString().equals(".git")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(files.stream().map(Path::toString).collect(Collectors.toSet()))
                .contains("pom.xml", "mvnw");
        return files;
    }
}
