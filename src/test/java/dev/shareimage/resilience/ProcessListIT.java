package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other users of the machine see of the packaged program in the list of processes, from launcher to Java. */
@EnabledOnOs(OS.LINUX)
class ProcessListIT {

    private static final Path LAUNCHER =
            Path.of("target", "share-image", "bin", "share-image").toAbsolutePath();
    private static final Path PROCESSES = Path.of("/proc");

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void no_command_line_holds_a_secret(CredentialFixtures.Place place) throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(home);
                CredentialFixtures credentials = new CredentialFixtures(sandbox, home)) {
            Map<String, String> environment = new HashMap<>(sandbox.environment());
            environment.putAll(credentials.layOut(place));
            environment.values().removeIf(String::isEmpty);
            environment.put("PATH", System.getenv("PATH"));
            environment.put("HOME", home.toString());
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            sandbox.follow("{'rules':[{'effect':{'type':'latency','millis':300}}]}");
            int before = sandbox.requests();
            Set<String> seen = new TreeSet<>();

            Process process = start(environment);
            while (process.isAlive()) {
                look(process.toHandle(), credentials, place, seen);
                for (ProcessHandle child : process.descendants().toList()) {
                    look(child, credentials, place, seen);
                }
            }

            assertThat(process.exitValue()).isZero();
            assertThat(sandbox.requests()).isGreaterThan(before);
            assertThat(seen).anyMatch(line -> line.contains("dev.shareimage") || line.contains("share-image"));
        }
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        LAUNCHER.toString(), "list-shares", "--image-id", SandboxFixture.IMAGE, "--debug")
                .redirectOutput(home.resolve("out.txt").toFile())
                .redirectError(home.resolve("err.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void look(
            ProcessHandle handle, CredentialFixtures credentials, CredentialFixtures.Place place, Set<String> seen) {
        String commandLine = read(handle, "cmdline");
        seen.add(commandLine);
        String environment = read(handle, "environ");
        boolean inTheEnvironment = place.name().contains("ENVIRONMENT");
        for (String secret : credentials.secrets()) {
            assertThat(commandLine).doesNotContain(secret);
            if (!inTheEnvironment) {
                assertThat(environment).doesNotContain(secret);
            }
        }
    }

    /** Empty if the process has just ended. */
    private static String read(ProcessHandle handle, String file) {
        try {
            return Files.readString(
                            PROCESSES.resolve(Long.toString(handle.pid())).resolve(file), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
