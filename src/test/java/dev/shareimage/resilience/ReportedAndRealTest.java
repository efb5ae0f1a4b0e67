package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the reported state of a target with the launches of its member, whatever happens to associations, answers
 * and lists. A target that is reported as shared can launch. A target that is reported as not shared cannot.
 */
class ReportedAndRealTest {

    private static final List<String> FOLDER = List.of("--folder", SandboxFixture.FOLDER);
    private static final List<String> SIBLING = List.of("--folder", "rd-sbx001/r-root01/fd-products01/fd-china00001");
    private static final List<String> ACCOUNT = List.of("--accounts", "2000000000000002");
    private static final String ASSOCIATIONS = "ListResourceShareAssociations";

    @TempDir
    private Path home;

    /**
     * @param target what is shared, or unshared after a clean share
     * @param plan the faults; a lag also applies to that clean share, which ends when lists show it
     * @param said exit code, status of the target and code of its failure
     */
    record Scenario(String name, boolean takes, List<String> target, String plan, String said) {
        @Override
        public String toString() {
            return (takes ? "unshare " : "share ") + target.get(0) + ": " + name;
        }
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(givenToFolders(), takenFromFolders(), lostAnswers(), lists())
                .flatMap(List::stream);
    }

    private static List<Scenario> givenToFolders() {
        return List.of(
                give("the image fails", linked("{'of':'Resource','failure':'UnsupportedOperation'}"), failed()),
                give("the image is slow", linked("{'of':'Resource','delayMillis':700}"), "0 shared"),
                give("the image never ends", linked("{'of':'Resource','failure':'hang'}"), "6 pending TimeBudget"),
                give("the target fails", linked("{'of':'Target','failure':'LimitExceeded'}"), failed()),
                give("the target is slow", linked("{'of':'Target','delayMillis':700}"), "0 shared"),
                give("the target never ends", linked("{'of':'Target','failure':'hang'}"), "6 pending TimeBudget"),
                give("both fail", linked("{'failure':'InternalError'}"), failed()),
                give("both are slow", linked("{'delayMillis':700}"), "0 shared"),
                give(
                        "the image is slow and fails, the target arrives",
                        linked("{'of':'Resource','delayMillis':700,'failure':'LimitExceeded'}"),
                        failed()));
    }

    private static List<Scenario> takenFromFolders() {
        String removal = "{'operation':'Disassociate','failure':'InternalError'}";
        return List.of(
                take("it cannot be taken out", linked(removal), "4 failed DisassociationFailed"),
                take(
                        "it takes long until it cannot be taken out",
                        linked("{'operation':'Disassociate','delayMillis':700,'failure':'InternalError'}"),
                        "4 failed DisassociationFailed"),
                take("it is slow", linked("{'operation':'Disassociate','delayMillis':700}"), "0 unshared"),
                take("it never ends", linked("{'operation':'Disassociate','failure':'hang'}"), "6 pending TimeBudget"));
    }

    private static List<Scenario> lostAnswers() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String action :
                List.of("CreateResourceShare", "AssociateResourceShare", "ListResourceShares", ASSOCIATIONS)) {
            scenarios.add(give("one answer to " + action + " is lost", rules(lost(action, 1)), "0 shared"));
        }
        for (String action : List.of("CreateResourceShare", "AssociateResourceShare")) {
            scenarios.add(give("every answer to " + action + " is lost", rules(lost(action, 99)), "0 shared"));
        }
        for (String action : List.of("DisassociateResourceShare", "DeleteResourceShare", ASSOCIATIONS)) {
            scenarios.add(take("one answer to " + action + " is lost", rules(lost(action, 1)), "0 unshared"));
        }
        for (String action : List.of("DisassociateResourceShare", "DeleteResourceShare")) {
            scenarios.add(take("every answer to " + action + " is lost", rules(lost(action, 99)), "0 unshared"));
        }
        return scenarios;
    }

    private static List<Scenario> lists() {
        List<Scenario> scenarios = new ArrayList<>();
        for (int millis : new int[] {100, 1500}) {
            String all = rules(lag("List*", millis) + "," + lag("Describe*", millis));
            scenarios.add(give("every list lags " + millis + " ms", all, "0 shared"));
            scenarios.add(take("every list lags " + millis + " ms", all, "0 unshared"));
            scenarios.add(new Scenario("every list lags " + millis + " ms", false, ACCOUNT, all, "0 shared"));
            scenarios.add(new Scenario("every list lags " + millis + " ms", true, ACCOUNT, all, "0 unshared"));
        }
        return scenarios;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void who_is_said_to_have_the_image_has_it_and_nobody_else(Scenario scenario) {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            sandbox.takeAllImagesAway();
            if (scenario.plan().contains("'lag'")) {
                sandbox.follow(scenario.plan());
            }
            if (scenario.plan().contains("'AssociateResourceShare'")) {
                assertThat(run(sandbox, false, SIBLING, "1m").exitCode()).isZero();
            }
            if (scenario.takes()) {
                assertThat(run(sandbox, false, scenario.target(), "1m").exitCode())
                        .isZero();
            }
            sandbox.follow(scenario.plan());

            String timeout = scenario.said().contains("pending") ? "4s" : "1m";
            ProgramRun run = run(sandbox, scenario.takes(), scenario.target(), timeout);

            assertThat(said(run)).as(run.stderr()).isEqualTo(scenario.said());
            boolean has = hasTheImage(sandbox);
            if (scenario.said().endsWith(" shared")) {
                assertThat(has).as("has the image").isTrue();
            } else if (!scenario.said().contains("DisassociationFailed")) {
                assertThat(has).as("has the image").isFalse();
            } else {
                assertThat(has).as("still has the image").isTrue();
            }
            assertThat(sandbox.state().trusted().stream().anyMatch(principal -> !principal.contains(":root")))
                    .as("is trusted")
                    .isEqualTo(!scenario.takes() || !scenario.said().endsWith(" unshared"));
        }
    }

    private ProgramRun run(SandboxFixture sandbox, boolean takes, List<String> target, String timeout) {
        List<String> arguments = new ArrayList<>(List.of(takes ? "unshare" : "share"));
        arguments.addAll(List.of("--image-id", SandboxFixture.IMAGE, "--yes", "-o", "json"));
        arguments.addAll(target);
        if (takes) {
            arguments.add("--prune-trust");
        }
        return sandbox.run(Map.of("SHARE_IMAGE_MAX_ATTEMPTS", "3", "SHARE_IMAGE_TIMEOUT", timeout), arguments);
    }

    private static String said(ProgramRun run) {
        String[] target = Digest.of(run)
                .lines()
                .filter(line -> line.matches("(fd-|2).*"))
                .findFirst()
                .orElse("- nothing")
                .split(" ", 2);
        return run.exitCode() + " " + target[1].replaceAll("[()]", "");
    }

    private static boolean hasTheImage(SandboxFixture sandbox) {
        RpcClient member = new RpcClient(sandbox.uri(), "LTAI5tSandboxRecv0000002", "NotASecretSandboxRecv000000002");
        sandbox.calm();
        return !SandboxFixture.launchOutcome(member).equals("404 InvalidImageId.NotFound");
    }

    private static Scenario give(String name, String plan, String said) {
        return new Scenario(name, false, FOLDER, plan, said);
    }

    private static Scenario take(String name, String plan, String said) {
        return new Scenario(name, true, FOLDER, plan, said);
    }

    private static String failed() {
        return "4 failed AssociationFailed";
    }

    private static String linked(String rule) {
        return "{'settings':{'associationDelayMillis':50,'associations':[" + rule + "]}}";
    }

    private static String lost(String action, int count) {
        return "{'action':'" + action + "','count':" + count + ",'effect':{'type':'reset','when':'after'}}";
    }

    private static String lag(String action, int millis) {
        return "{'product':'" + (action.startsWith("List") ? "ResourceSharing" : "Ecs") + "','action':'" + action
                + "','effect':{'type':'lag','millis':" + millis + "}}";
    }

    private static String rules(String rules) {
        return "{'seed':7,'settings':{'associationDelayMillis':50},'rules':[" + rules + "]}";
    }
}
