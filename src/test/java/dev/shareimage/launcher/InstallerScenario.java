package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A release in a folder of its own, and a prefix that the installer puts it into. */
@DisabledOnOs(OS.WINDOWS)
abstract class InstallerScenario {

    static final Path INSTALLER = Path.of("src", "dist", "install.sh").toAbsolutePath();

    @TempDir
    Path directory;

    Path prefix;
    Path archive;
    final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void pack_a_release() throws Exception {
        prefix = directory.resolve("prefix");
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", directory.toString());
        archive = pack("first");
    }

    ProgramRun install(String argument) throws Exception {
        return run("--prefix", prefix.toString(), argument);
    }

    ProgramRun run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", INSTALLER.toString()));
        command.addAll(List.of(arguments));
        return ProgramRun.of(environment, command);
    }

    ProgramRun shell(String command) throws Exception {
        return ProgramRun.of(environment, List.of("/bin/sh", "-c", command));
    }

    /** Puts a script in the place of a tool that the installer calls. */
    void tool(String name, String script) throws IOException {
        Path tool = directory.resolve("tools").resolve(name);
        write(tool, "#!/bin/sh\n" + script + "\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", tool.getParent() + ":/usr/bin:/bin");
    }

    ProgramRun programRun() throws Exception {
        return ProgramRun.of(
                environment, List.of(prefix.resolve("bin/share-image").toString()));
    }

    ProgramRun installed() {
        return new ProgramRun(
                0,
                "Installed: " + prefix.resolve("bin/share-image") + "\nTo start it by its name, add "
                        + prefix.resolve("bin") + " to your PATH.\n",
                "");
    }

    /** A release with the real launcher and a program that prints its version. */
    Path pack(String stamp) throws Exception {
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

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static List<Path> filesBelow(Path top) throws IOException {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        }
    }
}
