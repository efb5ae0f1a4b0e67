package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of {@code verify} equals the cloud's answer when the recipient launches the image. */
class VerifiedAndRealTest {

    private static final Pattern KEY = Pattern.compile("KMSKeyId[ =\":]+([a-z0-9-]+)");
    private static final Map<String, String> AS_OWNER =
            Map.of("SHARE_IMAGE_SETTLE", "10ms", "SHARE_IMAGE_REGION", "cn-hongkong");
    private static final List<String> IMAGES = List.of(
            "m-hk0cmk0000000000001",
            "m-hk0cmk0000000000002",
            "m-hk0plain00000000001",
            "m-hk0shared0000000025",
            "m-hk0nofield000000001",
            "m-hk0community0000001",
            "m-hk0absent0000000001");

    /** Accounts whose own keys are usable. */
    private static final Map<String, String> RECIPIENTS = Map.of(
            "LTAI5tSandboxRecv0000002", "NotASecretSandboxRecv000000002",
            "LTAI5tSandboxRecv0000012", "NotASecretSandboxRecv000000012",
            "LTAI5tSandboxRecv0000027", "NotASecretSandboxRecv000000027");

    @TempDir
    private Path home;

    @Test
    void only_what_is_blocked_cannot_be_launched() throws JsonException {
        List<String> wrong = new ArrayList<>();
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            share(fixture, "m-hk0cmk0000000000001,m-hk0nofield000000001", "--accounts", "2000000000000002");
            share(fixture, "m-hk0cmk0000000000002", "--folder", SandboxFixture.FOLDER);
            share(fixture, "m-hk0plain00000000001", "--accounts", "2000000000000012,2000000000000027");
            for (Map.Entry<String, String> recipient : RECIPIENTS.entrySet()) {
                for (String image : IMAGES) {
                    JsonNode verified = verified(fixture, recipient, image);
                    boolean blocked = verified.path("verdict").asText().equals("blocked");
                    String launch = launch(fixture, recipient, image, verified.path("launch"));
                    if (blocked == launch.equals("400 DryRunOperation")) {
                        wrong.add(recipient.getKey() + " " + image + ": " + verified + ", but " + launch);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_image_that_could_not_be_looked_at_is_not_verified() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            fixture.follow(
                    "{'rules':[{'action':'DescribeImages','effect':{'type':'error','status':400,'code':'Brand.New'}}]}");
            ProgramRun run =
                    fixture.run(AS_OWNER, List.of("verify", "--image-id", "m-hk0cmk0000000000001", "-o", "json"));

            assertThat(run.exitCode()).isEqualTo(8);
            JsonNode document = Json.parse(run.stdout());
            assertThat(document.path("status").asText()).isEqualTo("failed");
            assertThat(document.path("error").path("code").asText()).isEqualTo("Brand.New");
        }
    }

    private static void share(SandboxFixture fixture, String images, String option, String targets) {
        ProgramRun run = fixture.run(AS_OWNER, List.of("share", "--image-id", images, option, targets, "--yes"));
        assertThat(run.exitCode()).as(run.stderr()).isZero();
    }

    private static JsonNode verified(SandboxFixture fixture, Map.Entry<String, String> recipient, String image)
            throws JsonException {
        Map<String, String> variables = new LinkedHashMap<>(AS_OWNER);
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_ID", recipient.getKey());
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", recipient.getValue());
        ProgramRun run = fixture.run(variables, List.of("verify", "--image-id", image, "-o", "json"));
        return Json.parse(run.stdout()).path("images").path(0);
    }

    /** With the key of the printed launch command, if there is one. */
    private static String launch(
            SandboxFixture fixture, Map.Entry<String, String> recipient, String image, JsonNode command) {
        List<String> parameters = new ArrayList<>(
                List.of("RegionId", "cn-hongkong", "ImageId", image, "InstanceType", "ecs.g6.large", "DryRun", "true"));
        parameters.addAll(List.of("SystemDisk.Category", "cloud_essd"));
        Matcher key = KEY.matcher(command.toString());
        boolean plain = image.contains("plain") || image.contains("community");
        if (!plain) {
            parameters.addAll(List.of("SystemDisk.Encrypted", "true"));
        }
        if (key.find()) {
            parameters.addAll(List.of("SystemDisk.KMSKeyId", key.group(1)));
        }
        return new RpcClient(fixture.uri(), recipient.getKey(), recipient.getValue())
                .ecs("RunInstances", parameters.toArray(String[]::new))
                .outcome();
    }
}
