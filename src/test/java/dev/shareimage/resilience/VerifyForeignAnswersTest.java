package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code verify} with answers that the local cloud does not give. It never says that an image can be launched if that
 * is unknown, and never blames a side without knowing the cause.
 */
class VerifyForeignAnswersTest {

    private static final String RECIPIENT = "2000000000000002";
    private static final String LAUNCH = "RunInstances";
    private static final String COPY = "CopyImage";
    private static final String TYPE = "type=ecs.g7.large";

    @TempDir
    private Path home;

    /**
     * A replaced answer.
     *
     * @param launch the value of {@code --launch}; empty for no launch
     * @param expected the exit code, the verdict, and each check that did not pass with the side that repairs it
     */
    record Foreign(String name, String launch, Map<String, Reply> answers, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Foreign> answers() {
        Reply passed = error(412, "DryRunOperation");
        return Stream.of(
                new Foreign("a dry run that passes with 412", TYPE, Map.of(COPY, passed, LAUNCH, passed), "0 ready"),
                new Foreign(
                        "a dry run that passes with 200 and a code",
                        TYPE,
                        Map.of(LAUNCH, Reply.of(200, "{\"RequestId\":\"1\",\"Code\":\"DryRunOperation\"}")),
                        "0 ready"),
                new Foreign(
                        "an answer that says neither",
                        TYPE,
                        Map.of(LAUNCH, Reply.of(200, "{\"RequestId\":\"1\"}")),
                        "8 unproven, not-checked dry-run-launch (null)"),
                new Foreign(
                        "a launch that ignores the switch",
                        TYPE,
                        Map.of(
                                LAUNCH,
                                Reply.of(
                                        200,
                                        "{\"RequestId\":\"1\",\"InstanceIdSets\":{\"InstanceIdSet\":[\"i-made\"]}}")),
                        "3 blocked, fail dry-run-launch (recipient)"),
                new Foreign(
                        "a copy that ignores the switch",
                        "",
                        Map.of(COPY, Reply.of(200, "{\"RequestId\":\"1\",\"ImageId\":\"m-made\"}")),
                        "3 blocked, fail dry-run-copy (recipient), not-checked dry-run-launch (null)"),
                new Foreign(
                        "an unknown code for the launch",
                        TYPE,
                        Map.of(LAUNCH, error(403, "Strange.Code")),
                        "3 blocked, fail dry-run-launch (null)"),
                new Foreign(
                        "an unknown code for the copy alone",
                        TYPE,
                        Map.of(COPY, error(403, "Strange.Code")),
                        "0 ready, not-checked dry-run-copy (null)"),
                new Foreign(
                        "an unknown code for the copy, and no launch",
                        "",
                        Map.of(COPY, error(403, "Strange.Code")),
                        "3 blocked, fail dry-run-copy (null), not-checked dry-run-launch (null)"),
                new Foreign(
                        "a limit on copies",
                        "",
                        Map.of(COPY, error(403, "QuotaExceed.Image")),
                        "0 unproven, not-checked dry-run-copy (null), not-checked dry-run-launch (null)"),
                new Foreign(
                        "no stock for the launch",
                        TYPE,
                        Map.of(LAUNCH, error(403, "OperationDenied.NoStock")),
                        "3 blocked, fail dry-run-launch (recipient)"),
                new Foreign(
                        "a switch that does not exist",
                        TYPE,
                        Map.of(LAUNCH, error(404, "InvalidVSwitchId.NotFound")),
                        "3 blocked, fail dry-run-launch (recipient)"),
                new Foreign(
                        "a missing permission without details",
                        TYPE,
                        Map.of(LAUNCH, error(400, "Forbidden.RAM")),
                        "5 blocked, fail permissions (recipient), fail dry-run-launch (recipient)"),
                new Foreign(
                        "a launch that the cloud is too busy to judge",
                        TYPE,
                        Map.of(LAUNCH, error(500, "InternalError")),
                        "6 unproven, not-checked dry-run-launch (null)"),
                new Foreign(
                        "a launch that is answered by a proxy's page",
                        TYPE,
                        Map.of(LAUNCH, Reply.of(200, "<html>sign in</html>").with("Content-Type", "text/html")),
                        "6 unproven, not-checked dry-run-launch (null)"),
                new Foreign(
                        "a list of images that is missing",
                        TYPE,
                        Map.of("DescribeImages", Reply.of(200, "{\"RequestId\":\"1\",\"TotalCount\":1}")),
                        "8 unproven, not-checked image-visible (null), not-checked image-state (null),"
                                + " not-checked image-encrypted (null), not-checked dry-run-copy (null),"
                                + " not-checked dry-run-launch (null)"),
                new Foreign(
                        "a list of images of another type",
                        TYPE,
                        Map.of("DescribeImages", Reply.of(200, "{\"RequestId\":\"1\",\"TotalCount\":1,\"Images\":7}")),
                        "8 unproven, not-checked image-visible (null), not-checked image-state (null),"
                                + " not-checked image-encrypted (null), not-checked dry-run-copy (null),"
                                + " not-checked dry-run-launch (null)"),
                new Foreign(
                        "a list of keys that is missing",
                        "",
                        Map.of("ListKeys", Reply.of(200, "{\"RequestId\":\"1\",\"TotalCount\":1}")),
                        "0 unproven, not-checked own-key (null), not-checked dry-run-copy (null),"
                                + " not-checked dry-run-launch (null)"),
                new Foreign(
                        "tags of a key that are missing",
                        TYPE,
                        Map.of("ListResourceTags", Reply.of(200, "{\"RequestId\":\"1\"}")),
                        "0 ready, not-checked own-key-tagged (null)"),
                new Foreign(
                        "a role that cannot be read, and a key that ECS may not use",
                        TYPE,
                        Map.of(
                                "GetRole",
                                error(403, "NoPermission"),
                                LAUNCH,
                                error(403, "InvalidParameter.KMSKeyId.KMSUnauthorized")),
                        "3 blocked, warn permissions (recipient), not-checked own-role (recipient),"
                                + " not-checked own-role-trust (recipient), fail dry-run-launch (null)"),
                new Foreign(
                        "a trust policy that is none",
                        TYPE,
                        Map.of(
                                "GetRole",
                                Reply.of(
                                        200,
                                        "{\"RequestId\":\"1\",\"Role\":{\"RoleName\":\"AliyunECSDiskEncryptDefaultRole\",\"Arn\":"
                                                + "\"acs:ram::2000000000000002:role/aliyunecsdiskencryptdefaultrole\","
                                                + "\"AssumeRolePolicyDocument\":\"<none>\"}}")),
                        "0 ready, not-checked own-role-trust (null)"),
                new Foreign(
                        "tags that cannot be read, and a key without a tag",
                        TYPE,
                        Map.of(
                                "ListResourceTags",
                                error(403, "Forbidden.NoPermission"),
                                LAUNCH,
                                error(400, "InvalidParameter.KMSKeyId.CMKUnauthorized")),
                        "3 blocked, warn permissions (recipient), not-checked own-key-tagged (recipient),"
                                + " fail dry-run-launch (null)"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_taken_for_what_it_is(Foreign foreign) throws JsonException {
        try (SandboxFixture sandbox = shared()) {
            ProgramRun run = verify(sandbox, foreign);

            assertThat(summary(run)).as(run.stdout() + run.stderr()).isEqualTo(foreign.expected());
        }
    }

    @Test
    void what_a_cloud_without_dry_runs_has_made_is_named() {
        Reply made = Reply.of(200, "{\"RequestId\":\"1\",\"InstanceIdSets\":{\"InstanceIdSet\":[\"i-made\"]}}");
        try (SandboxFixture sandbox = shared()) {
            ProgramRun run = verify(sandbox, new Foreign("", TYPE, Map.of(LAUNCH, made), ""));

            assertThat(run.stdout())
                    .contains("the cloud ignored the dry run and carried it out: i-made in cn-hongkong");
        }
    }

    @Test
    void a_question_whose_answer_is_lost_is_asked_again_with_the_same_token() {
        List<String> tokens = new ArrayList<>();
        try (SandboxFixture sandbox = shared();
                TamperingProxy proxy = new TamperingProxy(sandbox.uri(), (action, parameters, answer) -> {
                    if (action.equals(LAUNCH)) {
                        tokens.add(parameters.get("ClientToken"));
                    }
                    return action.equals(LAUNCH) && tokens.size() == 1 ? error(500, "InternalError") : answer;
                })) {
            ProgramRun run = verify(sandbox, TYPE, proxy);

            assertThat(run.exitCode()).as(run.stdout()).isZero();
            assertThat(tokens).hasSize(2).doesNotContainNull();
            assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
        }
    }

    private static ProgramRun verify(SandboxFixture sandbox, Foreign foreign) {
        try (TamperingProxy proxy = new TamperingProxy(
                sandbox.uri(), (action, parameters, answer) -> foreign.answers().getOrDefault(action, answer))) {
            return verify(sandbox, foreign.launch(), proxy);
        }
    }

    private static ProgramRun verify(SandboxFixture sandbox, String launch, TamperingProxy proxy) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SHARE_IMAGE_ENDPOINT", proxy.uri().toString());
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5tSandboxRecv0000002");
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "NotASecretSandboxRecv000000002");
        List<String> arguments = new ArrayList<>(List.of(
                "verify", "--image-id", SandboxFixture.IMAGE, "--max-attempts", "2", "--region", "cn-hongkong"));
        if (!launch.isEmpty()) {
            arguments.addAll(List.of("--launch", launch));
        }
        arguments.addAll(List.of("-o", "json"));
        return sandbox.run(variables, arguments);
    }

    private SandboxFixture shared() {
        SandboxFixture sandbox = new SandboxFixture(home);
        ProgramRun run = sandbox.run(
                Map.of("SHARE_IMAGE_SETTLE", "0ms"),
                List.of(
                        "share",
                        "--region",
                        "cn-hongkong",
                        "--image-id",
                        SandboxFixture.IMAGE,
                        "--accounts",
                        RECIPIENT,
                        "-y"));
        assertThat(run.exitCode()).as(run.stderr()).isZero();
        return sandbox;
    }

    private static String summary(ProgramRun run) throws JsonException {
        JsonNode document = Json.parse(run.stdout());
        StringBuilder text = new StringBuilder(
                run.exitCode() + " " + document.at("/images/0/verdict").asText());
        document.path("checks").forEach(check -> {
            if (!check.path("status").asText().equals("pass")) {
                text.append(", ")
                        .append(check.path("status").asText())
                        .append(' ')
                        .append(check.path("id").asText())
                        .append(" (")
                        .append(check.path("repairedBy").asText())
                        .append(')');
            }
        });
        return text.toString();
    }

    private static Reply error(int status, String code) {
        return Reply.of(
                status,
                "{\"RequestId\":\"1\",\"HostId\":\"ecs\",\"Code\":\"" + code + "\",\"Message\":\"Some words.\"}");
    }
}
