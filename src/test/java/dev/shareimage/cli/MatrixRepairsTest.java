package dev.shareimage.cli;

import static dev.shareimage.cli.OwnerAndRecipient.CLOSED;
import static dev.shareimage.cli.OwnerAndRecipient.READY;
import static dev.shareimage.cli.OwnerAndRecipient.WITHOUT_ROLE_FOR_DISKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.json.Json;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the recipient matrix that is not ready names a fix and who has to do it, and the fix works. */
class MatrixRepairsTest {

    @TempDir
    Path home;

    @Test
    void a_recipient_is_told_what_verify_tells_them_and_is_ready_after_it() {
        try (OwnerAndRecipient sides = shared(WITHOUT_ROLE_FOR_DISKS)) {
            String alone =
                    firstFix(sides.asUser("").recipient("verify", "--image-id", OwnerAndRecipient.IMAGE, "-o", "json"));
            JsonNode row = row(matrix(sides), WITHOUT_ROLE_FOR_DISKS);

            assertThat(row.path("repairedBy").asText()).isEqualTo("recipient");
            assertThat(row.path("fix").asText())
                    .startsWith("aliyun ram CreateRole ")
                    .isEqualTo(alone.replace(" --profile recipient", ""));
            assertThat(sides.pasteAsRecipient(List.of(row.path("fix").asText().split("; "))))
                    .isEqualTo("200");
            JsonNode repaired = row(matrix(sides), WITHOUT_ROLE_FOR_DISKS);
            assertThat(repaired.path("verdict").asText()).isEqualTo("ready");
            assertThat(repaired.path("fix").isNull()).isTrue();
        }
    }

    @Test
    void an_owner_is_told_what_verify_for_both_sides_tells_them() {
        try (OwnerAndRecipient sides = shared(READY)) {
            untrusted(sides);
            String together = firstFix(sides.owner(
                    "verify", "--image-id", OwnerAndRecipient.IMAGE, "--as-profile", "recipient", "-o", "json"));
            JsonNode row = row(matrix(sides), READY);

            assertThat(row.path("repairedBy").asText()).isEqualTo("owner");
            assertThat(row.path("fix").asText())
                    .startsWith("share-image set-trust --profile owner ")
                    .isEqualTo(together);
        }
    }

    @Test
    void an_account_without_the_role_to_look_can_be_looked_at_after_the_repair() {
        try (OwnerAndRecipient sides = shared(CLOSED)) {
            JsonNode row = row(matrix(sides), CLOSED);
            assertThat(row.path("repairedBy").asText()).isEqualTo("recipient");
            String command = "share-image policy verifier --account-id 1000000000000001";
            assertThat(row.path("fix").asText())
                    .isEqualTo("create role SandboxVerifier with the permission policy and the trust policy that "
                            + command + " prints");

            JsonNode policies = OwnerAndRecipient.json(
                            sides.recipient("policy", "verifier", "--account-id", "1000000000000001", "-o", "json"))
                    .path("policies");
            ram(
                    sides,
                    "CreateRole",
                    "RoleName",
                    "SandboxVerifier",
                    "AssumeRolePolicyDocument",
                    Json.write(policies.at("/1/document")));
            ram(sides, "CreatePolicy", "PolicyName", "Look", "PolicyDocument", Json.write(policies.at("/0/document")));
            ram(
                    sides,
                    "AttachPolicyToRole",
                    "RoleName",
                    "SandboxVerifier",
                    "PolicyName",
                    "Look",
                    "PolicyType",
                    "Custom");
            assertThat(row(matrix(sides), CLOSED).path("verdict").asText()).isNotEqualTo("could-not-look");
        }
    }

    @Test
    void where_the_cloud_does_not_say_whose_permission_is_missing_both_are_told() {
        try (OwnerAndRecipient sides = shared(READY)) {
            ram(
                    sides,
                    "UpdateRole",
                    "RoleName",
                    "SandboxVerifier",
                    "NewAssumeRolePolicyDocument",
                    "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                            + "\"Principal\":{\"RAM\":[\"acs:ram::2000000000000003:root\"]}}]}");

            JsonNode row = row(matrix(sides), READY);
            assertThat(row.path("verdict").asText()).isEqualTo("could-not-look");
            assertThat(row.path("repairedBy").isNull()).isTrue();
            assertThat(row.path("fix").asText())
                    .isEqualTo("the owner: allow sts:AssumeRole on acs:ram::" + READY
                            + ":role/SandboxVerifier to whom the"
                            + " command runs as; the recipient, account " + READY + ": let role SandboxVerifier trust"
                            + " account 1000000000000001, as share-image policy verifier --account-id 1000000000000001"
                            + " prints");
        }
    }

    @Test
    void a_permission_that_the_role_lacks_is_the_recipients_to_give() {
        try (OwnerAndRecipient sides = shared(READY)) {
            JsonNode row = row(matrix(sides, "--dry-runs"), READY);

            assertThat(row.path("verdict").asText()).isEqualTo("unproven");
            assertThat(row.path("repairedBy").asText()).isEqualTo("recipient");
            assertThat(row.path("fix").asText())
                    .startsWith("ask your administrator to allow ecs:CopyImage (for role SandboxVerifier: ")
                    .contains("share-image policy recipient");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "UNREACHABLE", "MALFORMED", "REFUSED"})
    void where_nobody_lacks_anything_the_owner_looks_again(Kind kind) {
        MatrixRepairs repairs =
                new MatrixRepairs(Messages.load("cli", "en"), "Look", new AccountId("1000000000000001"));
        CloudException failure = new CloudException(kind, "AssumeRole", "InternalError", "Some words.");

        MatrixRepairs.Repair repair = repairs.unseen(
                failure,
                new AccountId(READY),
                new ImageId(OwnerAndRecipient.IMAGE),
                new RegionId(OwnerAndRecipient.REGION));

        assertThat(repair.side()).isEqualTo("owner");
        assertThat(repair.fix())
                .isEqualTo("look again: share-image verify --image-id " + OwnerAndRecipient.IMAGE
                        + " --region cn-hongkong --all-recipients --as-role Look");
    }

    @Test
    void people_read_each_kind_once_below_the_table() {
        try (OwnerAndRecipient sides = shared(READY)) {
            untrusted(sides);
            CommandLineRun.Outcome outcome = sides.owner(arguments());

            assertThat(outcome.err().replaceAll(" --endpoint \\S+", "").lines())
                    .containsExactly(
                            "Recipients and images: 0 ready, 2 blocked, 0 unproven, 1 could not be looked at",
                            "trust, in 2 accounts: the owner repairs it",
                            "  fix: share-image set-trust --profile owner --accounts " + READY,
                            "  1 more repair of this kind is in field fix of -o json",
                            "own-role, in 1 account: the recipient repairs it",
                            "  fix: " + roleForDisks(),
                            "EntityNotExist.Role, in 1 account: the recipient repairs it",
                            "  fix: create role SandboxVerifier with the permission policy and the trust policy that"
                                    + " share-image policy verifier --account-id 1000000000000001 prints");
            assertThat(outcome.out().lines()).hasSize(3).allMatch(line -> line.split("\t", -1).length == 7);
        }
    }

    /** It is not the owner's profile that repairs the recipient's account. */
    private static String roleForDisks() {
        return "aliyun ram CreateRole --insecure --RoleName AliyunECSDiskEncryptDefaultRole --AssumeRolePolicyDocument"
                + " '{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{\"Service\":[\"ecs.aliyuncs.com\"]}}]}'; aliyun ram AttachPolicyToRole --insecure"
                + " --RoleName AliyunECSDiskEncryptDefaultRole --PolicyType System --PolicyName"
                + " AliyunECSDiskEncryptRolePolicy";
    }

    private OwnerAndRecipient shared(String recipient) {
        return new OwnerAndRecipient(home, recipient)
                .share(OwnerAndRecipient.IMAGE, READY, WITHOUT_ROLE_FOR_DISKS, CLOSED)
                .asOwnersUser("auditor");
    }

    private static void untrusted(OwnerAndRecipient sides) {
        CommandLineRun.Outcome outcome = sides.asOwnersUser("")
                .owner("set-trust", "--remove", "--accounts", READY + "," + WITHOUT_ROLE_FOR_DISKS, "--yes");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        sides.asOwnersUser("auditor");
    }

    private static CommandLineRun.Outcome matrix(OwnerAndRecipient sides, String... more) {
        String[] format = {"-o", "json"};
        return sides.owner(
                Stream.of(arguments(), format, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private static String[] arguments() {
        return new String[] {
            "verify", "--image-id", OwnerAndRecipient.IMAGE, "--all-recipients", "--as-role", "SandboxVerifier"
        };
    }

    private static JsonNode row(CommandLineRun.Outcome outcome, String account) {
        return OwnerAndRecipient.json(outcome)
                .path("recipients")
                .valueStream()
                .filter(row -> row.path("account").asText().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static String firstFix(CommandLineRun.Outcome outcome) {
        return OwnerAndRecipient.json(outcome)
                .path("checks")
                .valueStream()
                .filter(check -> check.path("status").asText().equals("fail"))
                .map(check -> check.path("fix").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void ram(OwnerAndRecipient sides, String action, String... parameters) {
        OwnerAndRecipient.ok(sides.recipientClient().ram(action, parameters).outcome());
    }
}
