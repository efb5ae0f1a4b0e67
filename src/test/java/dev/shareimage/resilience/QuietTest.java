package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quiet output leaves out what is not essential, but never a target that loses access or unexpectedly keeps it. */
class QuietTest {

    private static final String ACCOUNT = "2000000000000002";
    private static final String OTHER = "2000000000000003";
    private static final String PRINCIPAL = ACCOUNT + "@ecs.aliyuncs.com";

    private static final Map<String, String> PUBLISHER = Map.of(
            "ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5tSandboxPublish0001",
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "NotASecretSandboxPublish000001");
    private static final String CONDITIONAL = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"" + PRINCIPAL + "\"]},\"Condition\":"
            + "{\"StringEquals\":{\"acs:SourceVpc\":\"vpc-1\"}}}]}";

    @TempDir
    private Path home;

    @Test
    void says_who_loses_the_key() {
        for (String[] change : new String[][] {{"--replace", OTHER}, {"--remove", ACCOUNT}}) {
            try (SandboxFixture sandbox = shared()) {
                ProgramRun run = sandbox.run("set-trust", "-yq", change[0], "--accounts", change[1]);

                assertThat(run.exitCode()).isZero();
                assertThat(run.stderr())
                        .contains("      - " + PRINCIPAL + "\n")
                        .contains("Warning: " + PRINCIPAL + " will lose the use of your keys and still have images "
                                + SandboxFixture.IMAGE + ", ");
            }
        }
    }

    @Test
    void says_on_one_line_for_each_image_who_may_lose_the_key() {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            sandbox.run("share", "-yq", "--image-id", SandboxFixture.IMAGE, "--folder", SandboxFixture.FOLDER);

            ProgramRun brief = setTrust(sandbox, "-yq");
            assertThat(brief.stderr().lines().filter(line -> line.startsWith("Warning: ")))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .endsWith(" will lose the use of your keys and still have image "
                                            + SandboxFixture.IMAGE + " in cn-hongkong"),
                            line -> assertThat(line)
                                    .contains(
                                            "2000000000000006 and 20 more (-v shows all) may lose",
                                            "image m-hk0shared0000000025 in"),
                            line -> assertThat(line)
                                    .contains(
                                            "2000000000000006 and 45 more (-v shows all) may lose",
                                            "image m-hk0shared0000000050 in"));
            assertThat(setTrust(sandbox, "-v").stderr()).contains(", 2000000000000026 may lose the use of your keys");
            assertThat(setTrust(sandbox, "-ojson").stdout())
                    .contains(", 2000000000000026 may lose the use of your keys");
        }
    }

    private static ProgramRun setTrust(SandboxFixture sandbox, String option) {
        return sandbox.run("set-trust", "--dry-run", option, "--remove", "--folder", SandboxFixture.FOLDER);
    }

    @Test
    void says_who_loses_an_image_and_whose_trust_is_kept() {
        try (SandboxFixture sandbox = shared()) {
            ProgramRun run =
                    sandbox.run("unshare", "-yq", "--image-id", SandboxFixture.IMAGE, "--all", "--prune-trust");

            assertThat(run.exitCode()).isZero();
            assertThat(run.stderr())
                    .contains("      - account " + ACCOUNT + "\n", "Warning: they can make no new instances")
                    .containsPattern("Note: [^\n]*" + ACCOUNT);
        }
    }

    @Test
    void says_whom_a_manifest_takes_an_image_from() throws IOException {
        Files.writeString(
                home.resolve("nobody.yaml"),
                "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n      - id: " + SandboxFixture.IMAGE
                        + "\n        accounts: []\n");
        try (SandboxFixture sandbox = shared()) {
            ProgramRun run = sandbox.run("apply", "-yq", "--prune", "--force", "-f", "nobody.yaml");

            assertThat(run.exitCode()).isZero();
            assertThat(run.stderr())
                    .contains("      - account " + ACCOUNT + "\n", "Warning: they can make no new instances")
                    .containsPattern("Note: [^\n]*" + ACCOUNT);
        }
    }

    @Test
    void says_what_of_the_trust_could_not_be_looked_at() {
        try (SandboxFixture sandbox = shared()) {
            ProgramRun share = sandbox.run(
                    PUBLISHER,
                    List.of("share", "-yq", "--no-setup", "--image-id", SandboxFixture.IMAGE, "--accounts", ACCOUNT));
            assertThat(share.stderr()).containsPattern("\\[not checked\\] trust: [^\n]*ram:GetRole");

            ProgramRun list = sandbox.run(PUBLISHER, List.of("list-shares", "-q", "--image-id", SandboxFixture.IMAGE));
            assertThat(list.stderr()).containsPattern("Note: the trust could not be read: [^\n]*ram:GetRole");
        }
    }

    @Test
    void says_of_whom_it_is_not_known_whether_they_can_use_the_image() {
        try (SandboxFixture sandbox = shared()) {
            sandbox.owner()
                    .ram(
                            "UpdateRole",
                            "RoleName",
                            "AliyunECSShareEncryptImageDefaultRole",
                            "NewAssumeRolePolicyDocument",
                            CONDITIONAL);

            ProgramRun doctor = sandbox.run("doctor", "-q", "--image-id", SandboxFixture.IMAGE);
            assertThat(doctor.stdout()).containsPattern("not-checked\ttrust\t[^\n]*whether " + ACCOUNT);

            ProgramRun list = sandbox.run("list-shares", "-q", "--image-id", SandboxFixture.IMAGE);
            assertThat(list.stderr()).containsPattern("Note: whether " + ACCOUNT + " can use the key is not known");
        }
    }

    @Test
    void says_nothing_of_what_takes_nothing_away() {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            assertThat(sandbox.run("share", "-yq", "--image-id", SandboxFixture.IMAGE, "--accounts", ACCOUNT)
                            .stderr())
                    .isEmpty();
        }
    }

    private SandboxFixture shared() {
        SandboxFixture sandbox = new SandboxFixture(home);
        sandbox.run("share", "-yq", "--image-id", SandboxFixture.IMAGE, "--accounts", ACCOUNT);
        return sandbox;
    }
}
