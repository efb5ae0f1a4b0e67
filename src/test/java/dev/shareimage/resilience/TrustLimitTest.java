package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long trust policy is written as long as the cloud accepts it, and the error is explained when it does not. */
class TrustLimitTest extends SandboxTestBase {

    /** With these targets, the policy has 1,898 characters. */
    private static final String MANY = accounts(12, 61);

    private static final String MORE = accounts(2, 11);

    @BeforeEach
    void fillTrustPolicy() {
        assertThat(sandbox.run("create-role", "--accounts", MANY, "--yes").exitCode())
                .isZero();
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
    void is_warned_of_and_written_where_the_cloud_takes_it(List<String> command) {
        sandbox.follow("{'settings':{'trustDocumentLimit':8192}}");

        ProgramRun run = run(command, "--yes");

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stderr())
                .contains("trust-size: the trust policy would have 2260 characters; the cloud's limit is"
                        + " not documented, so it may refuse this")
                .contains(
                        "fix: if the cloud refuses it, nothing is changed; a folder or resource directory needs only one short"
                                + " statement (--folder, --resource-directory)");
        assertThat(sandbox.state().trusted()).hasSize(60);
    }

    @ParameterizedTest
    @MethodSource("longOnes")
    void is_explained_where_the_cloud_refuses_it(List<String> command) {
        ProgramRun run = run(command, "--yes");

        assertThat(run.exitCode()).isEqualTo(8);
        assertThat(run.stderr())
                .contains("InvalidParameter.NewAssumeRolePolicyDocument.Length")
                .contains(
                        "the trust policy is too long for the cloud: it would have 2260 characters; it was not changed, and"
                                + " no image was shared")
                .containsPattern(
                        "fix: share with --folder or --resource-directory, which need one short statement, or use set-trust"
                                + " --remove for the accounts that share-image list-shares --endpoint \\S+ --region cn-hongkong"
                                + " --all-images names as trusted without an image");
        assertThat(sandbox.state().trusted()).hasSize(50);
    }

    @Test
    void is_explained_where_the_cloud_refuses_to_create_the_role() {
        try (SandboxFixture fresh = new SandboxFixture(home.resolve("fresh"))) {
            fresh.follow("{'settings':{'trustDocumentLimit':1000}}");

            ProgramRun run = fresh.run("create-role", "--accounts", MANY, "--yes");

            assertThat(run.exitCode()).isEqualTo(8);
            assertThat(run.stderr())
                    .contains("InvalidParameter.AssumeRolePolicyDocument.Length")
                    .contains("the trust policy is too long for the cloud: it would have 1900 characters");
            assertThat(fresh.state().trusted()).isEmpty();
        }
    }

    private ProgramRun run(List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        return sandbox.run(arguments.toArray(String[]::new));
    }

    private static String accounts(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> String.format("20000000000000%02d", number))
                .collect(Collectors.joining(","));
    }
}
