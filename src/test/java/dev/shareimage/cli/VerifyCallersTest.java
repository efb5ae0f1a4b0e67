package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamUser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of {@code verify} depends on its caller and their account, and says so. */
class VerifyCallersTest {

    private static final String RECIPIENT = "2000000000000002";
    private static final String OWN_KEY = "key-hk0own0000000000002";

    @TempDir
    Path home;

    @Test
    void a_user_without_any_permission_is_told_so_and_is_given_no_command_to_launch() {
        try (OwnerAndRecipient sides = shared()) {
            makeNewcomer(sides);
            CommandLineRun.Outcome outcome =
                    sides.asUser("newcomer").recipient("verify", "--image-id", OwnerAndRecipient.IMAGE, "-o", "json");

            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(OwnerAndRecipient.failed(outcome)).containsExactly("permissions (recipient)");
            JsonNode document = OwnerAndRecipient.json(outcome);
            assertThat(document.at("/images/0/verdict").asText()).isEqualTo("blocked");
            assertThat(document.at("/images/0/launch").isNull()).isTrue();
            assertThat(document.at("/error/fix").asText())
                    .startsWith("ask your administrator to allow ecs:DescribeImages; share-image policy recipient");
        }
    }

    @Test
    void a_user_who_may_not_list_is_told_the_policy_for_recipients() {
        try (OwnerAndRecipient sides = shared()) {
            makeNewcomer(sides);
            CommandLineRun.Outcome outcome = sides.asUser("newcomer").recipient("verify");

            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(outcome.err()).contains("ecs:DescribeImages", "share-image policy recipient");
            assertThat(outcome.err()).doesNotContain("policy operator");
        }
    }

    @Test
    void a_user_who_may_not_list_keys_is_told_to_name_one_and_passes_with_it() {
        try (OwnerAndRecipient sides = shared().asUser("launcher")) {
            CommandLineRun.Outcome outcome = verify(sides, OwnerAndRecipient.REGION, "--launch", "type=ecs.g7.large");
            JsonNode document = OwnerAndRecipient.json(outcome);

            assertThat(outcome.exitCode()).isZero();
            assertThat(document.at("/images/0/verdict").asText()).isEqualTo("unproven");
            assertThat(fix(document, "dry-run-launch"))
                    .startsWith("share-image verify")
                    .contains(" --kms-key KEY --launch ");
            CommandLineRun.Outcome named =
                    verify(sides, OwnerAndRecipient.REGION, "--launch", "type=ecs.g7.large", "--kms-key", OWN_KEY);
            assertThat(OwnerAndRecipient.json(named).at("/images/0/verdict").asText())
                    .isEqualTo("ready");
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-b")).isEqualTo("400 DryRunOperation");
        }
    }

    @Test
    void a_user_who_may_not_launch_is_told_so_although_other_failures_prevent_the_launch() {
        try (OwnerAndRecipient sides = shared()) {
            makeNewcomer(sides, new PolicyAttachment("Custom", "Looks", Instant.EPOCH));
            String looks = sides.recipient("policy", "recipient")
                    .out()
                    .replace("\"ecs:RunInstances\"", "\"ecs:DescribeTags\"");
            OwnerAndRecipient.ok(sides.client(RECIPIENT, "")
                    .ram("CreatePolicy", "PolicyName", "Looks", "PolicyDocument", looks)
                    .outcome());
            sides.change(world -> world.keys().stream()
                    .filter(key -> key.accountId().equals(RECIPIENT))
                    .toList()
                    .forEach(world.keys()::remove));

            CommandLineRun.Outcome user =
                    verify(sides.asUser("newcomer"), OwnerAndRecipient.REGION, "--launch", "type=ecs.g7.large");
            assertThat(OwnerAndRecipient.failed(user))
                    .as(user.out())
                    .containsExactly("permissions (recipient)", "own-key (recipient)", "dry-run-launch (recipient)");
            assertThat(fix(OwnerAndRecipient.json(user), "dry-run-launch")).contains("ecs:RunInstances");

            CommandLineRun.Outcome account =
                    verify(sides.asUser(""), OwnerAndRecipient.REGION, "--launch", "type=ecs.g7.large");
            assertThat(OwnerAndRecipient.failed(account)).containsExactly("own-key (recipient)");
            assertThat(account.out()).contains("not tried: fix the failed checks above first");
        }
    }

    @Test
    void an_image_of_another_region_is_no_fault_of_the_owner() {
        try (OwnerAndRecipient sides = shared()) {
            CommandLineRun.Outcome outcome = verify(sides, "cn-shanghai");

            assertThat(OwnerAndRecipient.failed(outcome)).contains("image-visible (recipient)");
            assertThat(OwnerAndRecipient.failed(outcome)).noneMatch(check -> check.endsWith("(owner)"));
            String fix = fix(OwnerAndRecipient.json(outcome), "image-visible");
            assertThat(fix).contains("--region cn-hongkong").doesNotContain("share-image share");
            sides.repair(outcome);
        }
    }

    @Test
    void in_a_region_that_does_not_exist_nothing_is_to_be_made() {
        try (OwnerAndRecipient sides = shared()) {
            CommandLineRun.Outcome outcome = verify(sides, "cn-nowhere");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(OwnerAndRecipient.failed(outcome)).containsExactly("image-visible (recipient)");
            assertThat(outcome.out())
                    .contains("the cloud knows no region cn-nowhere")
                    .doesNotContain("CreateKey");
        }
    }

    @Test
    void the_owner_is_told_that_the_image_is_their_own() {
        try (OwnerAndRecipient sides = shared()) {
            CommandLineRun.Outcome outcome = sides.owner("verify", "--image-id", OwnerAndRecipient.IMAGE, "-o", "json");

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).contains("is your own", "share-image doctor --profile owner");
        }
    }

    @Test
    void a_session_of_a_role_verifies_as_a_user_does() {
        try (OwnerAndRecipient sides = shared()) {
            makeNewcomer(sides, new PolicyAttachment("System", "AliyunSTSAssumeRoleAccess", Instant.EPOCH));
            makeRole(sides);
            RpcAnswer assumed = sides.client(RECIPIENT, "newcomer")
                    .sts(
                            "AssumeRole",
                            "RoleArn",
                            "acs:ram::" + RECIPIENT + ":role/Visitor",
                            "RoleSessionName",
                            "a-session");
            CommandLineRun.Outcome outcome = verify(
                    sides.inSession(assumed),
                    OwnerAndRecipient.REGION,
                    "--launch",
                    "type=ecs.g7.large,zone=cn-hongkong-b");

            assertThat(outcome.exitCode()).as(outcome.out()).isZero();
            assertThat(OwnerAndRecipient.json(outcome).at("/images/0/verdict").asText())
                    .isEqualTo("ready");
            assertThat(outcome.out())
                    .contains("/Visitor/a-session")
                    .doesNotContain(assumed.text("/Credentials/SecurityToken"));
        }
    }

    @Test
    void a_launch_template_is_tried_and_is_in_the_commands() {
        try (OwnerAndRecipient sides = shared()) {
            OwnerAndRecipient.ok(sides.client(RECIPIENT, "")
                    .ecs(
                            "CreateLaunchTemplate",
                            "RegionId",
                            OwnerAndRecipient.REGION,
                            "LaunchTemplateName",
                            "web",
                            "InstanceType",
                            "ecs.g7.large",
                            "ZoneId",
                            "cn-hongkong-d")
                    .outcome());

            CommandLineRun.Outcome refused = verify(sides, OwnerAndRecipient.REGION, "--launch-template", "web");
            assertThat(OwnerAndRecipient.failed(refused)).containsExactly("dry-run-launch (recipient)");
            assertThat(refused.out()).contains("NotSupportSnapshotEncrypted.ZoneId");
            CommandLineRun.Outcome passed = verify(
                    sides, OwnerAndRecipient.REGION, "--launch-template", "web:1", "--launch", "zone=cn-hongkong-b");
            JsonNode image = OwnerAndRecipient.json(passed).at("/images/0");
            assertThat(image.path("verdict").asText()).isEqualTo("ready");
            assertThat(image.at("/launch/aliyun").asText())
                    .contains(" --LaunchTemplateName web ", " --LaunchTemplateVersion 1 ", " --ZoneId cn-hongkong-b ")
                    .doesNotContain("TYPE", "VSWITCH", "GROUP");
            assertThat(image.at("/launch/terraform").asText())
                    .contains("launch_template_name = \"web\"", "launch_template_version = \"1\"")
                    .doesNotContain("instance_type", "security_groups");
        }
    }

    @Test
    void a_launch_template_that_is_not_there_is_the_recipients_to_repair() {
        try (OwnerAndRecipient sides = shared()) {
            CommandLineRun.Outcome outcome = verify(sides, OwnerAndRecipient.REGION, "--launch-template", "lt-absent");

            assertThat(OwnerAndRecipient.failed(outcome)).containsExactly("dry-run-launch (recipient)");
            assertThat(outcome.out()).contains("InvalidLaunchTemplate.NotFound");
        }
    }

    /** With the printed policy. */
    private static void makeRole(OwnerAndRecipient sides) {
        String policy = sides.recipient("policy", "recipient").out();
        String trust = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{\"RAM\":[\"acs:ram::" + RECIPIENT + ":root\"]}}]}";
        RpcClient account = sides.client(RECIPIENT, "");
        OwnerAndRecipient.ok(account.ram("CreateRole", "RoleName", "Visitor", "AssumeRolePolicyDocument", trust)
                .outcome());
        OwnerAndRecipient.ok(account.ram("CreatePolicy", "PolicyName", "ForVisitor", "PolicyDocument", policy)
                .outcome());
        OwnerAndRecipient.ok(account.ram(
                        "AttachPolicyToRole", "RoleName", "Visitor", "PolicyName", "ForVisitor", "PolicyType", "Custom")
                .outcome());
    }

    private static void makeNewcomer(OwnerAndRecipient sides, PolicyAttachment... policies) {
        sides.change(world -> {
            world.users().put(new RamUser(RECIPIENT, "newcomer", "200000000000000097", List.of(policies)));
            world.accessKeys()
                    .put(new AccessKey("LTAI5tSandboxNewcomer001", "NotASecretNewcomer", RECIPIENT, "newcomer", false));
        });
    }

    private static CommandLineRun.Outcome verify(OwnerAndRecipient sides, String region, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("verify", "--image-id", OwnerAndRecipient.IMAGE, "--region", region, "-o", "json"));
        arguments.addAll(List.of(more));
        return sides.recipient(arguments.toArray(String[]::new));
    }

    private static String fix(JsonNode document, String id) {
        for (JsonNode check : document.path("checks")) {
            if (check.path("id").asText().equals(id)) {
                return check.path("fix").asText();
            }
        }
        throw new AssertionError("no check " + id + " in " + document);
    }

    private OwnerAndRecipient shared() {
        OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT);
        CommandLineRun.Outcome outcome =
                sides.owner("share", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", RECIPIENT, "--yes");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return sides;
    }
}
