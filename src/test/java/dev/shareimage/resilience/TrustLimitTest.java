package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trust policy that grows too long is refused before it is written, with what would shorten it. */
class TrustLimitTest {

    /** With these, the policy has 1,898 characters. */
    private static final String MANY = accounts(12, 61);

    private static final String MORE = accounts(2, 11);

    @TempDir
    private Path home;

    private SandboxFixture scene;

    @BeforeEach
    void start() {
        scene = new SandboxFixture(home);
        assertThat(scene.run("create-role", "--accounts", MANY, "--yes").exitCode())
                .isZero();
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    static Stream<List<String>> longOnes() {
        return Stream.of(
                List.of("share", "--image-id", SandboxFixture.IMAGE, "--accounts", MORE),
                List.of("set-trust", "--accounts", MORE),
                List.of("create-role", "--accounts", MORE),
                List.of("set-trust", "--replace", "--accounts", MANY + "," + MORE));
    }

    @ParameterizedTest
    @MethodSource("longOnes")
    void is_refused_before_anything_is_written(List<String> command) {
        int writes = scene.writes().size();

        ProgramRun run = run(command, "--yes");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.stderr())
                .contains("trust-size: the trust policy would have 2260 characters; 2048 are assumed to be allowed")
                .contains("fix: share with --folder or --resource-directory, which take one short statement, or take"
                        + " accounts out: share-image set-trust --remove --accounts UID");
        assertThat(scene.writes()).hasSize(writes);
    }

    @ParameterizedTest
    @MethodSource("longOnes")
    void is_written_by_force_where_the_cloud_takes_more(List<String> command) {
        scene.follow("{'settings':{'trustDocumentLimit':8192}}");

        ProgramRun run = run(command, "--yes", "--force");

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(scene.state().trusted()).hasSize(60);
    }

    @ParameterizedTest
    @MethodSource("longOnes")
    void is_the_clouds_to_refuse_by_force(List<String> command) {
        ProgramRun run = run(command, "--yes", "--force");

        assertThat(run.exitCode()).isEqualTo(8);
        assertThat(run.stderr())
                .contains("the trust policy is too long for the cloud: 2260 characters; a folder or resource directory"
                        + " takes one short statement");
        assertThat(scene.state().trusted()).hasSize(50);
    }

    @Test
    void is_warned_of_when_it_comes_near() {
        assertThat(scene.run("set-trust", "--accounts", accounts(2, 3), "--dry-run")
                        .stderr())
                .contains("[warning] trust-size: the trust policy has 1972 characters; 2048 are assumed to be allowed");
    }

    private ProgramRun run(List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        return scene.run(arguments.toArray(String[]::new));
    }

    private static String accounts(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> String.format("20000000000000%02d", number))
                .collect(Collectors.joining(","));
    }
}
