package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The launcher of the form with its own Java, from wherever and however it is called; its Java tells its arguments. */
@DisabledOnOs(OS.WINDOWS)
class OwnJavaLauncherTest {

    @TempDir
    private Path directory;

    private Path home;
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));

    @BeforeEach
    void install() throws IOException {
        home = directory.resolve("a home/share-image-1.2.3");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("runtime/bin"));
        Files.writeString(home.resolve("lib/share-image.jar"), "jar");
        Files.copy(Path.of("src/dist/runtime/share-image"), home.resolve("bin/share-image"));
        Files.writeString(home.resolve("runtime/bin/java"), """
                #!/bin/sh
                for each; do case $each in *.jar) cat "$each"; echo ;; esac; done
                printf '%s\\n' "$@"
                printf '%s\\n' "${LC_ALL:-none}" "${SHARE_IMAGE_LANG:-none}" >"$0.locale"
                exit 7
                """);
        assertThat(home.resolve("bin/share-image").toFile().setExecutable(true)).isTrue();
        assertThat(home.resolve("runtime/bin/java").toFile().setExecutable(true))
                .isTrue();
    }

    @Test
    void starts_its_java_with_its_cache_and_all_arguments() throws Exception {
        ProgramRun run = run("'" + home + "/bin/share-image' share 'two words' '*'");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.stdout())
                .startsWith("jar\n-XX:AOTCache=" + home + "/lib/client.aot\n")
                .endsWith("-cp\n" + home + "/lib/share-image.jar\ndev.shareimage.Main\nshare\ntwo words\n*\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "sandbox serve",
                "list-shares --sandbox",
                "share --sandbox=cloud --image-id m-1",
                "; SHARE_IMAGE_SANDBOX=cloud '%s' list-shares"
            })
    void uses_the_archive_where_the_cache_would_be_slower(String line) throws Exception {
        String program = home + "/bin/share-image";

        assertThat(run("'" + program + "' " + line.formatted(program)).stdout())
                .contains("-XX:SharedArchiveFile=" + home + "/lib/classes.jsa\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHARE_IMAGE_JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"})
    void leaves_the_choice_of_an_archive_to_the_user(String variable) throws Exception {
        environment.put(variable, "-Dcolor=blue -XX:SharedArchiveFile=mine.jsa");

        assertThat(run("'" + home + "/bin/share-image' list-shares").stdout())
                .startsWith("jar\n-Xshare:auto\n")
                .doesNotContain(home + "/lib/client.aot", home + "/lib/classes.jsa");
    }

    @Test
    void is_found_from_every_side() throws Exception {
        Files.createSymbolicLink(directory.resolve("share-image"), home.resolve("bin/share-image"));
        for (String call : List.of(
                "./share-image",
                "cd 'a home' && share-image-1.2.3/bin/share-image",
                "cd '" + home + "/bin' && ./share-image",
                "cd '" + home + "/bin' && sh share-image",
                "cd '" + home + "' && bin/share-image",
                "cd '" + home + "/lib' && ../bin/share-image",
                "PATH='" + home + "/bin':$PATH; share-image")) {
            assertThat(run(call).stdout()).as(call).startsWith("jar\n");
        }
    }

    @Test
    void takes_further_options_for_the_jvm() throws Exception {
        environment.put("SHARE_IMAGE_JAVA_OPTS", "-Dcolor=blue -Xmx64m");

        assertThat(run("'" + home + "/bin/share-image'").stdout())
                .containsSubsequence("\n-Xmx1g\n", "\n-Dcolor=blue\n-Xmx64m\n-cp\n");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void keeps_the_language_where_the_locale_is_not_installed() throws Exception {
        Path locale = home.resolve("runtime/bin/java.locale");
        environment.put("LANG", "zh_XX.UTF-8");

        assertThat(run("'" + home + "/bin/share-image' \"$(printf '\\303\\251')\"")
                        .stdout())
                .endsWith("\né\n");
        assertThat(locale).hasContent("C.UTF-8\nzh\n");

        run("'" + home + "/bin/share-image' ascii");
        assertThat(locale).hasContent("none\nnone\n");
    }

    private ProgramRun run(String call) throws Exception {
        return ProgramRun.of(environment, List.of("/bin/sh", "-c", "cd '" + directory + "' && " + call));
    }
}
