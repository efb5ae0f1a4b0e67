package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.shareimage.launcher.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the packaged jar, which leaves out unreferenced classes. No other test notices a missing class, because those
 * use the complete libraries.
 */
class PackagedJobsIT extends SandboxTestBase {

    private static final String OTHER_IMAGE = "m-hk0cmk0000000000002";
    private static final Path JAR = Path.of("target", "share-image.jar").toAbsolutePath();
    private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));
    private static final String[] LIST = {"list-shares", "--image-id", SandboxFixture.IMAGE, "-o", "json"};

    @ParameterizedTest
    @EnumSource
    void takes_credentials_from_everywhere(CredentialFixtures.Place place) throws Exception {
        try (CredentialFixtures credentials = new CredentialFixtures(sandbox, home)) {
            succeeded(run(THIS_JAVA, credentials.layOut(place), LIST));
        }
    }

    @Test
    void takes_a_role_that_another_profile_assumes() throws Exception {
        try (CredentialFixtures credentials = new CredentialFixtures(sandbox, home)) {
            Map<String, String> environment = credentials.layOut(CredentialFixtures.Place.PROFILE);
            Path file = home.resolve(".aliyun/config.json");
            String chained = "{\"name\":\"chained\",\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"p\","
                    + "\"ram_role_arn\":\"" + SandboxFixture.ADMINISTRATOR + "\"},{\"name\":\"p\"";
            Files.writeString(file, Files.readString(file).replace("{\"name\":\"p\"", chained));
            List<String> arguments = new ArrayList<>(List.of(LIST));
            arguments.addAll(List.of("--profile", "chained"));

            succeeded(run(THIS_JAVA, environment, arguments.toArray(String[]::new)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'error','status':429,'code':'Throttling.User'",
                "'type':'error','status':503,'code':'ServiceUnavailable'",
                "'type':'html'",
                "'type':'reset','when':'before'",
                "'type':'truncate','bytes':10"
            })
    void recovers_from_temporary_faults(String effect) throws Exception {
        sandbox.follow("{'rules':[{'count':2,'effect':{" + effect + "}}]}");

        succeeded(run(THIS_JAVA, Map.of(), LIST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'error','status':403,'code':'Forbidden.RAM','message':'No.'   | 5 | Forbidden.RAM",
                "'type':'error','status':404,'code':'InvalidImageId.NotFound'         | 3 | not in cn-hongkong",
                "'type':'error','status':503,'code':'ServiceUnavailable'              | 6 | ServiceUnavailable",
                "'type':'html'                                                        | 6 | HTTP 502"
            })
    void says_what_does_not_pass(String effect, int exitCode, String said) throws Exception {
        sandbox.follow("{'rules':[{'action':'DescribeImages','effect':{" + effect + "}}]}");

        ProgramRun run =
                run(THIS_JAVA, Map.of(), "list-shares", "--image-id", SandboxFixture.IMAGE, "--max-attempts", "2");

        assertThat(run.stderr()).contains(said);
        whole(run, exitCode);
    }

    @Test
    void refuses_plain_http_and_a_server_that_is_none() throws Exception {
        whole(run(THIS_JAVA, Map.of("SHARE_IMAGE_ENDPOINT", "http://192.0.2.1"), LIST), 2);
        String overTls = sandbox.uri().toString().replace("http:", "https:");
        whole(run(THIS_JAVA, Map.of("SHARE_IMAGE_ENDPOINT", overTls, "SHARE_IMAGE_MAX_ATTEMPTS", "1"), LIST), 3);
    }

    @Test
    void shares_exports_applies_and_takes_away() throws Exception {
        doTheWholeJob(THIS_JAVA);
    }

    @Test
    void does_so_on_a_later_java() throws Exception {
        String later = System.getenv("JAVA_HOME_25");
        assumeThat(later).as("JAVA_HOME_25").isNotBlank();

        doTheWholeJob(Path.of(later));
    }

    @ParameterizedTest
    @CsvSource({"table,en", "json,ja", "yaml,zh", "csv,ja"})
    void prints_in_every_form_and_language(String form, String language) throws Exception {
        succeeded(
                run(THIS_JAVA, Map.of(), "doctor", "--image-id", SandboxFixture.IMAGE, "-o", form, "--lang", language));
        succeeded(run(
                THIS_JAVA,
                Map.of(),
                "share",
                "--image-id",
                SandboxFixture.IMAGE,
                "--accounts",
                SandboxFixture.accounts(2),
                "--yes",
                "-o",
                form,
                "--lang",
                language));
    }

    private void doTheWholeJob(Path java) throws Exception {
        succeeded(run(
                java,
                Map.of(),
                "share",
                "--image-id",
                SandboxFixture.IMAGE,
                "--accounts",
                SandboxFixture.accounts(12),
                "--yes"));
        succeeded(run(java, Map.of(), "share", "--image-id", OTHER_IMAGE, "--folder", SandboxFixture.FOLDER, "--yes"));
        ProgramRun export =
                succeeded(run(java, Map.of(), "export", "--image-id", SandboxFixture.IMAGE + "," + OTHER_IMAGE));
        Path manifest = Files.writeString(home.resolve("manifest.yaml"), export.stdout());
        succeeded(run(
                java,
                Map.of(),
                "unshare",
                "--image-id",
                SandboxFixture.IMAGE,
                "--accounts",
                SandboxFixture.accounts(12),
                "--yes"));
        assertThat(sandbox.state().shares(SandboxFixture.IMAGE)).isEmpty();

        succeeded(run(java, Map.of(), "apply", "-f", manifest.toString(), "--yes"));
        assertThat(sandbox.state().shares(SandboxFixture.IMAGE)).hasSize(12);
        assertThat(sandbox.state().resourceShares()).hasSize(1);
    }

    private ProgramRun run(Path java, Map<String, String> variables, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", home.toString());
        environment.putAll(variables);
        environment.values().removeIf(String::isEmpty);
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.home=" + home,
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        return ProgramRun.of(environment, command);
    }

    private static ProgramRun succeeded(ProgramRun run) {
        whole(run, 0);
        return run;
    }

    /** Ended as expected, and not because a class or resource is missing in the jar. */
    private static void whole(ProgramRun run, int exitCode) {
        assertThat(run.stderr()).doesNotContain("NoClassDefFound", "ClassNotFound", "MissingResource", "internal");
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(exitCode);
    }
}
