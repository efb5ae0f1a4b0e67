package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.shareimage.launcher.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged jar at its work: classes that nothing seems to refer to are left out of it, and what is missed after all
 * shows in no other test, for those run from whole libraries.
 */
class PackagedJobsIT {

    private static final String OTHER_IMAGE = "m-hk0cmk0000000000002";
    private static final Path JAR = Path.of("target", "share-image.jar").toAbsolutePath();
    private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));
    private static final String[] LIST = {"list-shares", "--image-id", Scene.IMAGE, "-o", "json"};

    @TempDir
    private Path home;

    private Scene scene;

    @BeforeEach
    void start() {
        scene = new Scene(home);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void takesCredentialsFromEverywhere(Wallet.Place place) throws Exception {
        try (Wallet wallet = new Wallet(scene, home)) {
            succeeded(run(THIS_JAVA, wallet.layOut(place), LIST));
        }
    }

    @Test
    void takesARoleThatAnotherProfileAssumes() throws Exception {
        try (Wallet wallet = new Wallet(scene, home)) {
            Map<String, String> environment = wallet.layOut(Wallet.Place.PROFILE);
            Path file = home.resolve(".aliyun/config.json");
            String chained = "{\"name\":\"chained\",\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"p\","
                    + "\"ram_role_arn\":\"" + Scene.ADMINISTRATOR + "\"},{\"name\":\"p\"";
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
    void getsOverWhatPasses(String effect) throws Exception {
        scene.follow("{'rules':[{'count':2,'effect':{" + effect + "}}]}");

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
    void saysWhatDoesNotPass(String effect, int exitCode, String said) throws Exception {
        scene.follow("{'rules':[{'action':'DescribeImages','effect':{" + effect + "}}]}");

        Run run = run(THIS_JAVA, Map.of(), "list-shares", "--image-id", Scene.IMAGE, "--max-attempts", "2");

        assertThat(run.stderr()).contains(said);
        whole(run, exitCode);
    }

    @Test
    void refusesPlainHttpAndAServerThatIsNone() throws Exception {
        whole(run(THIS_JAVA, Map.of("SHARE_IMAGE_ENDPOINT", "http://192.0.2.1"), LIST), 2);
        String overTls = scene.uri().toString().replace("http:", "https:");
        whole(run(THIS_JAVA, Map.of("SHARE_IMAGE_ENDPOINT", overTls, "SHARE_IMAGE_MAX_ATTEMPTS", "1"), LIST), 6);
    }

    @Test
    void sharesExportsAppliesAndTakesAway() throws Exception {
        doTheWholeJob(THIS_JAVA);
    }

    @Test
    void doesSoOnALaterJava() throws Exception {
        String later = System.getenv("JAVA_HOME_25");
        assumeThat(later).as("JAVA_HOME_25").isNotBlank();

        doTheWholeJob(Path.of(later));
    }

    @ParameterizedTest
    @CsvSource({"table,en", "json,ja", "yaml,zh", "csv,ja"})
    void printsInEveryFormAndLanguage(String form, String language) throws Exception {
        succeeded(run(THIS_JAVA, Map.of(), "doctor", "--image-id", Scene.IMAGE, "-o", form, "--lang", language));
        succeeded(run(
                THIS_JAVA,
                Map.of(),
                "share",
                "--image-id",
                Scene.IMAGE,
                "--accounts",
                Scene.accounts(2),
                "--yes",
                "-o",
                form,
                "--lang",
                language));
    }

    private void doTheWholeJob(Path java) throws Exception {
        succeeded(run(java, Map.of(), "share", "--image-id", Scene.IMAGE, "--accounts", Scene.accounts(12), "--yes"));
        succeeded(run(java, Map.of(), "share", "--image-id", OTHER_IMAGE, "--folder", Scene.FOLDER, "--yes"));
        Run export = succeeded(run(java, Map.of(), "export", "--image-id", Scene.IMAGE + "," + OTHER_IMAGE));
        Path manifest = Files.writeString(home.resolve("manifest.yaml"), export.stdout());
        succeeded(run(java, Map.of(), "unshare", "--image-id", Scene.IMAGE, "--accounts", Scene.accounts(12), "--yes"));
        assertThat(scene.state().shares(Scene.IMAGE)).isEmpty();

        succeeded(run(java, Map.of(), "apply", "-f", manifest.toString(), "--yes"));
        assertThat(scene.state().shares(Scene.IMAGE)).hasSize(12);
        assertThat(scene.state().resourceShares()).hasSize(1);
    }

    private Run run(Path java, Map<String, String> variables, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(scene.environment());
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
        return Run.of(environment, command);
    }

    private static Run succeeded(Run run) {
        whole(run, 0);
        return run;
    }

    /** Ended as it should, and not for a class or a resource that the jar lacks. */
    private static void whole(Run run, int exitCode) {
        assertThat(run.stderr()).doesNotContain("NoClassDefFound", "ClassNotFound", "MissingResource", "internal");
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(exitCode);
    }
}
