package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.world.Directory;
import dev.shareimage.sandbox.world.ImageShare;
import dev.shareimage.sandbox.world.Member;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the reported trust with launches. Targets that are reported as trusted can launch, and those reported as not
 * trusted cannot. Trust is reported as unknown only if the policy does not decide it.
 */
class TrustedAndRealTest {

    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String JAPANESE = "2000000000000002";
    private static final String CHINESE = "2000000000000012";
    private static final String IN_PRODUCTS = "2000000000000022";
    private static final String IN_PLATFORM = "2000000000000026";
    private static final String CONTRACTOR = "2000000000000027";
    private static final String STRANGER = "3000000000000001";

    private static final List<String> DIRECT = List.of(JAPANESE, CHINESE, IN_PRODUCTS, CONTRACTOR, STRANGER);

    /** Accounts that have the image through each directory and folder. One of them has it in no other way. */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "fd-japan00001", List.of(JAPANESE, "2000000000000003"),
            "rd-sbx001", List.of(JAPANESE, "2000000000000003", CHINESE, IN_PRODUCTS, IN_PLATFORM));

    private static final Set<String> NOBODY = Set.of();
    private static final Set<String> OUTSIDERS = Set.of(CONTRACTOR, STRANGER);
    private static final Set<String> ALL =
            Stream.concat(DIRECT.stream(), MEMBERS.keySet().stream()).collect(Collectors.toUnmodifiableSet());

    private static final String DENIED = "with Effect Deny in the role's trust policy denies";
    private static final String MAY_BE_DENIED = "with Effect Deny in the role's trust policy may deny";

    private static final String ANYBODY = "*@ecs.aliyuncs.com";
    private static final String DIRECTORY = string("Equals", "RDId", "rd-sbx001");
    private static final String OWN_ACCOUNT =
            "{'Effect':'Allow','Action':'sts:AssumeRole'," + "'Principal':{'RAM':['acs:ram::1000000000000001:root']}}";

    @TempDir
    private Path home;

    /** @param unknown targets whose trust this policy does not decide, even with known membership */
    record Scenario(String name, Set<String> unknown, List<String> statements) {
        String document() {
            return ("{'Version':'1','Statement':[" + String.join(",", statements) + "]}").replace('\'', '"');
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(allowances(), denials(), conditions()).flatMap(List::stream);
    }

    private static List<Scenario> allowances() {
        return List.of(
                scenario("nobody", NOBODY, OWN_ACCOUNT),
                scenario("accounts", NOBODY, allow(JAPANESE + "@ecs.aliyuncs.com", ""), allow(named(STRANGER), "")),
                scenario("a directory", NOBODY, allow(ANYBODY, DIRECTORY)),
                scenario("another directory", OUTSIDERS, allow(ANYBODY, string("Equals", "RDId", "rd-other1"))),
                scenario("a folder", NOBODY, allow(ANYBODY, path("fd-products01/fd-japan00001*"))),
                scenario("a folder that has folders", NOBODY, allow(ANYBODY, path("fd-products01*"))),
                scenario("a wrong path of a folder", NOBODY, allow(ANYBODY, path("fd-japan00001*"))),
                scenario("a path without a wildcard", NOBODY, allow(ANYBODY, path("fd-products01/fd-japan00001"))),
                scenario("a path below a folder", NOBODY, allow(ANYBODY, path("fd-products01/*/" + JAPANESE))),
                scenario("a pattern of directories", OUTSIDERS, allow(ANYBODY, string("Like", "RDId", "rd-*"))),
                scenario("a directory in capitals", OUTSIDERS, allow(ANYBODY, ignoringCase("RD-SBX001"))));
    }

    private static List<Scenario> denials() {
        return List.of(
                scenario(
                        "a denial of the directory beside all its members by name",
                        NOBODY,
                        allow(ANYBODY, DIRECTORY),
                        allow(named(JAPANESE), ""),
                        allow(named(STRANGER), ""),
                        deny(ANYBODY, DIRECTORY)),
                scenario(
                        "a denial by path",
                        NOBODY,
                        allow(ANYBODY, DIRECTORY),
                        deny(ANYBODY, path("fd-products01/fd-japan00001*"))),
                scenario(
                        "a denial of all but the directory",
                        OUTSIDERS,
                        allow(ANYBODY, DIRECTORY),
                        allow(named(STRANGER), ""),
                        deny(ANYBODY, string("NotEquals", "RDId", "rd-sbx001"))),
                scenario(
                        "a denial of all but another directory",
                        OUTSIDERS,
                        allow(ANYBODY, DIRECTORY),
                        allow(named(STRANGER), ""),
                        deny(ANYBODY, string("NotEquals", "RDId", "rd-other1"))),
                scenario("a denial of a member", NOBODY, allow(ANYBODY, DIRECTORY), deny(named(JAPANESE), "")),
                scenario(
                        "a denial of an account that is named",
                        NOBODY,
                        allow(named(STRANGER), ""),
                        deny(named(STRANGER), "")));
    }

    private static List<Scenario> conditions() {
        String vpc = "{'StringEquals':{'acs:SourceVpc':'vpc-1'}}";
        String address = "{'IpAddress':{'acs:SourceIp':'203.0.113.7'}}";
        return List.of(
                scenario("an account under a condition", Set.of(JAPANESE), allow(named(JAPANESE), vpc)),
                scenario(
                        "a directory under one more condition",
                        ALL,
                        allow(ANYBODY, DIRECTORY.replace("}}", "},'IpAddress':{'acs:SourceIp':'203.0.113.7'}}"))),
                scenario("a denial by address", ALL, allow(ANYBODY, DIRECTORY), deny(ANYBODY, address)),
                scenario(
                        "everywhere but in a folder, which another one may come to hold",
                        Set.of(CONTRACTOR, STRANGER, "fd-japan00001"),
                        allow(ANYBODY, string("NotLike", "RDPath", "*/fd-china00001/*"))));
    }

    static Stream<Arguments> worlds() {
        return scenarios().flatMap(scenario -> Stream.of(Arguments.of(scenario, true), Arguments.of(scenario, false)));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whoever_is_said_to_be_trusted_can_launch_and_nobody_else(Scenario scenario, boolean seeing)
            throws JsonException {
        try (SandboxFixture sandbox = sandbox(scenario, seeing)) {
            Map<String, Boolean> can = whoCanLaunch(sandbox);

            for (JsonNode share : listed(sandbox)) {
                String id = share.path("id").asText();
                if (!share.path("trusted").isNull()) {
                    assertThat(share.path("trusted").asBoolean()).as(id).isEqualTo(can.get(id));
                } else if (seeing) {
                    assertThat(scenario.unknown()).as("not known").contains(id);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void the_doctor_fails_for_those_who_have_the_image_and_cannot_use_it(Scenario scenario, boolean seeing)
            throws JsonException {
        try (SandboxFixture sandbox = sandbox(scenario, seeing)) {
            Map<String, Boolean> can = whoCanLaunch(sandbox);

            ProgramRun run = sandbox.run("doctor", "--image-id", SandboxFixture.IMAGE, "-o", "json");

            String failures = failures(run);
            assertThat(run.exitCode()).as(failures).isEqualTo(failures.isEmpty() ? 0 : 3);
            can.forEach((id, launches) -> {
                if (failures.contains(id)) {
                    assertThat(launches).as(id).isFalse();
                } else if (seeing && !scenario.unknown().contains(id)) {
                    assertThat(launches).as(id).isTrue();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whoever_is_shared_with_can_launch_unless_something_is_said(Scenario scenario, boolean seeing)
            throws JsonException {
        try (SandboxFixture sandbox = sandbox(scenario, seeing)) {
            gives(sandbox, scenario, List.of("--accounts", JAPANESE), List.of(JAPANESE));
            gives(sandbox, scenario, List.of("--accounts", STRANGER), List.of(STRANGER));
            gives(sandbox, scenario, List.of("--folder", SandboxFixture.FOLDER), MEMBERS.get("fd-japan00001"));
        }
    }

    /** Shares, and compares the result with launches. A denial that may apply only needs a warning. */
    private static void gives(SandboxFixture sandbox, Scenario scenario, List<String> target, List<String> members)
            throws JsonException {
        clear(sandbox);
        setTrust(sandbox, scenario);
        List<String> share = new ArrayList<>(List.of("share", "--image-id", SandboxFixture.IMAGE, "-o", "json"));
        share.addAll(target);
        ProgramRun plan = sandbox.run(Map.of(), with(share, "--dry-run"));
        if (!failures(plan).isEmpty()) {
            assertThat(plan.exitCode()).isEqualTo(3);
            if (failures(plan).contains(DENIED)) {
                share(sandbox, members);
                assertThat(members).as(target + " is denied").anyMatch(member -> !launches(sandbox, member));
            }
        } else if (!plan.stdout().contains(MAY_BE_DENIED)) {
            ProgramRun run = sandbox.run(Map.of(), with(share, "-y"));
            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(members).as(target + " is shared with").allMatch(member -> launches(sandbox, member));
        } else {
            assertThat(scenario.statements()).as("denial").anyMatch(statement -> statement.contains("'Deny'"));
        }
    }

    private static List<String> with(List<String> arguments, String more) {
        List<String> all = new ArrayList<>(arguments);
        all.add(more);
        return all;
    }

    /** The failed checks with their fixes. */
    private static String failures(ProgramRun run) throws JsonException {
        StringBuilder failed = new StringBuilder();
        for (JsonNode check : Json.parse(run.stdout()).path("checks")) {
            if (check.path("status").asText().equals("fail")) {
                failed.append(check.path("message").asText())
                        .append(' ')
                        .append(check.path("fix").asText())
                        .append('\n');
            }
        }
        return failed.toString();
    }

    private static JsonNode listed(SandboxFixture sandbox) throws JsonException {
        ProgramRun run = sandbox.run("list-shares", "--image-id", SandboxFixture.IMAGE, "-o", "json");
        assertThat(run.exitCode()).as(run.stderr()).isZero();
        JsonNode shares = Json.parse(run.stdout()).at("/images/0/shares");
        assertThat(shares).hasSize(DIRECT.size() + MEMBERS.size());
        return shares;
    }

    /** An image that is shared with accounts, a folder and the directory, and a role with the policy of the case. */
    private SandboxFixture sandbox(Scenario scenario, boolean seeing) {
        SandboxFixture sandbox = new SandboxFixture(home);
        sandbox.follow("{'settings':{'associationDelayMillis':0}}");
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            Directory directory = world.directories().find("rd-sbx001").orElseThrow();
            world.directories()
                    .put(new Directory(
                            directory.id(),
                            directory.managementAccountId(),
                            directory.rootFolderId(),
                            true,
                            seeing,
                            directory.created()));
            Member member = world.members().find(IN_PLATFORM).orElseThrow();
            world.members().put(member.movedTo("fd-platform01", member.modified()));
            return true;
        });
        assertThat(sandbox.run("create-role", "-y").exitCode()).isZero();
        setTrust(sandbox, scenario);
        share(sandbox, DIRECT);
        List<String> parameters = new ArrayList<>(List.of(
                "RegionId", "cn-hongkong",
                "ResourceShareName", "by-hand",
                "Resources.1.ResourceId", SandboxFixture.IMAGE,
                "Resources.1.ResourceType", "Image"));
        int number = 0;
        for (String target : MEMBERS.keySet()) {
            parameters.addAll(List.of("Targets." + ++number, target));
        }
        assertThat(sandbox.owner()
                        .post("2020-01-10", "CreateResourceShare", parameters.toArray(String[]::new))
                        .outcome())
                .isEqualTo("200");
        return sandbox;
    }

    private static void setTrust(SandboxFixture sandbox, Scenario scenario) {
        assertThat(sandbox.owner()
                        .ram("UpdateRole", "RoleName", ROLE, "NewAssumeRolePolicyDocument", scenario.document())
                        .outcome())
                .isEqualTo("200");
    }

    private static void share(SandboxFixture sandbox, List<String> accounts) {
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            world.images().stream()
                    .filter(image -> image.id().equals(SandboxFixture.IMAGE))
                    .toList()
                    .forEach(image -> world.images()
                            .put(image.withShares(accounts.stream()
                                    .map(account -> new ImageShare(account, Instant.now()))
                                    .toList())));
            return true;
        });
    }

    /** Unshares the image with all targets. */
    private static void clear(SandboxFixture sandbox) {
        sandbox.takeAllImagesAway();
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            world.resourceShares().stream().toList().forEach(world.resourceShares()::remove);
            return true;
        });
    }

    /** A directory or folder can launch if all its members can. */
    private static Map<String, Boolean> whoCanLaunch(SandboxFixture sandbox) {
        Map<String, Boolean> can = DIRECT.stream().collect(Collectors.toMap(id -> id, id -> launches(sandbox, id)));
        MEMBERS.forEach((group, members) ->
                can.put(group, members.stream().allMatch(member -> launches(sandbox, member))));
        return can;
    }

    private static boolean launches(SandboxFixture sandbox, String account) {
        String number = account.substring(account.length() - 7);
        RpcClient client = account.equals(STRANGER)
                ? new RpcClient(sandbox.uri(), "LTAI5tSandboxStranger001", "NotASecretSandboxStranger00001")
                : new RpcClient(sandbox.uri(), "LTAI5tSandboxRecv" + number, "NotASecretSandboxRecv00" + number);
        String outcome = SandboxFixture.launchOutcome(client);
        assertThat(outcome).isIn("400 DryRunOperation", "403 InvalidParameter.KMSKeyId.KMSUnauthorized");
        return outcome.equals("400 DryRunOperation");
    }

    private static Scenario scenario(String name, Set<String> unknown, String... statements) {
        return new Scenario(name, unknown, List.of(statements));
    }

    private static String named(String account) {
        return account + "@ecs.aliyuncs.com";
    }

    private static String allow(String principal, String condition) {
        return statement("Allow", principal, condition);
    }

    private static String deny(String principal, String condition) {
        return statement("Deny", principal, condition);
    }

    private static String statement(String effect, String principal, String condition) {
        return "{'Effect':'" + effect + "','Action':'sts:AssumeRole','Principal':{'Service':['" + principal + "']}"
                + (condition.isEmpty() ? "}" : ",'Condition':" + condition + "}");
    }

    private static String string(String comparison, String key, String value) {
        return "{'String" + comparison + "':{'sts:ServiceOwner" + key + "':'" + value + "'}}";
    }

    private static String ignoringCase(String directory) {
        return string("EqualsIgnoreCase", "RDId", directory);
    }

    private static String path(String pattern) {
        return string("Like", "RDPath", "rd-sbx001/r-root01/" + pattern);
    }
}
