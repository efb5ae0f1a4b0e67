package dev.shareimage.cli;

import static dev.shareimage.cli.OwnerAndRecipient.CLOSED;
import static dev.shareimage.cli.OwnerAndRecipient.READY;
import static dev.shareimage.cli.OwnerAndRecipient.WITHOUT_ROLE_FOR_DISKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamUser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner who may assume a role in the recipients' accounts sees which of them can use which image. */
class AllRecipientsTest {

    private static final String PLAIN = "m-hk0plain00000000001";

    @TempDir
    Path home;

    @Test
    void the_matrix_has_a_verdict_for_each_recipient_or_says_that_nobody_could_look() throws Exception {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, READY)) {
            sides.share(OwnerAndRecipient.IMAGE, READY, WITHOUT_ROLE_FOR_DISKS, CLOSED);
            JsonNode policies = OwnerAndRecipient.json(
                            sides.owner("policy", "verifier", "--account-id", "1000000000000001", "-o", "json"))
                    .path("policies");
            String document = Json.write(policies.at("/0/document"));
            String trust = Json.write(policies.at("/1/document"));
            for (String account : List.of(READY, WITHOUT_ROLE_FOR_DISKS)) {
                makeRole(sides, account, document, trust);
            }
            makeAuditor(sides);

            CommandLineRun.Outcome outcome = sides.asOwnersUser("auditor")
                    .owner(
                            "verify",
                            "--image-id",
                            OwnerAndRecipient.IMAGE,
                            "--all-recipients",
                            "--as-role",
                            "Verifier",
                            "-o",
                            "json");

            Map<String, String> verdicts = new TreeMap<>();
            OwnerAndRecipient.json(outcome)
                    .path("recipients")
                    .forEach(row -> verdicts.put(
                            row.path("account").asText(),
                            row.path("verdict").asText() + " "
                                    + row.path("repairedBy").asText() + " "
                                    + row.path("code").asText()));
            assertThat(verdicts)
                    .as(outcome.out() + outcome.err())
                    .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                            READY, "ready null ",
                            WITHOUT_ROLE_FOR_DISKS, "blocked recipient own-role",
                            CLOSED, "could-not-look recipient EntityNotExist.Role")));
            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).contains("own-role");
        }
    }

    @Test
    void dry_runs_are_asked_for_in_the_role_and_what_it_lacks_is_no_fault_of_the_recipient() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, READY).asOwnersUser("auditor")) {
            share(sides, OwnerAndRecipient.IMAGE);

            assertThat(verdicts(matrix(sides, "--dry-runs")))
                    .containsEntry(READY + " " + OwnerAndRecipient.IMAGE, "unproven recipient dry-run-copy")
                    .containsEntry(
                            WITHOUT_ROLE_FOR_DISKS + " " + OwnerAndRecipient.IMAGE, "blocked recipient own-role");
            permitDryRuns(sides);
            assertThat(verdicts(matrix(sides, "--dry-runs")))
                    .containsEntry(READY + " " + OwnerAndRecipient.IMAGE, "ready null ");
            assertThat(verdicts(matrix(sides, "--launch", "type=ecs.g7.large,zone=cn-hongkong-b")))
                    .containsEntry(READY + " " + OwnerAndRecipient.IMAGE, "ready null ");
            assertThat(sides.launch("key-hk0own0000000000002", "cn-hongkong-b")).isEqualTo("400 DryRunOperation");
            assertThat(verdicts(matrix(sides, "--launch", "type=ecs.g7.large,zone=cn-hongkong-d")))
                    .containsEntry(READY + " " + OwnerAndRecipient.IMAGE, "blocked recipient zones");
        }
    }

    @Test
    void what_the_owner_has_to_repair_concerns_the_encrypted_images_alone() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, READY)) {
            share(sides, OwnerAndRecipient.IMAGE + "," + PLAIN);
            sides.asOwnersUser("").owner("set-trust", "--remove", "--accounts", READY, "--yes");

            CommandLineRun.Outcome outcome = matrix(sides.asOwnersUser("auditor"));
            assertThat(verdicts(outcome))
                    .containsEntry(READY + " " + OwnerAndRecipient.IMAGE, "blocked owner trust")
                    .containsEntry(READY + " " + PLAIN, "ready null ");
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void a_row_names_all_that_failed_with_its_repairs_and_counts_it_in_the_table() {
        try (OwnerAndRecipient sides = new OwnerAndRecipient(home, READY)) {
            share(sides, OwnerAndRecipient.IMAGE);
            sides.asOwnersUser("").owner("set-trust", "--remove", "--accounts", WITHOUT_ROLE_FOR_DISKS, "--yes");
            sides.asOwnersUser("auditor");

            CommandLineRun.Outcome outcome = matrix(sides);
            JsonNode row = OwnerAndRecipient.json(outcome)
                    .path("recipients")
                    .valueStream()
                    .filter(each -> each.path("account").asText().equals(WITHOUT_ROLE_FOR_DISKS)
                            && each.path("imageId").asText().equals(OwnerAndRecipient.IMAGE))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.path("code").asText()).isEqualTo("trust, own-role");
            assertThat(row.path("reason").asText()).startsWith("trust: ").endsWith(" (and 1 more)");
            assertThat(row.path("failures").valueStream())
                    .extracting(each -> each.path("code").asText() + " "
                            + each.path("repairedBy").asText() + " "
                            + each.path("fix").asText().replaceAll(" --.*", ""))
                    .containsExactly("trust owner share-image set-trust", "own-role recipient aliyun ram CreateRole");
            assertThat(row.path("fix")).isEqualTo(row.at("/failures/0/fix"));

            assertThat(matrix(sides, "-o", "table", "-v").err())
                    .containsPattern("trust, in 1 account: the owner repairs it\n  " + WITHOUT_ROLE_FOR_DISKS
                            + "\n  fix: share-image set-trust ")
                    .containsPattern("own-role, in 1 account: the recipient repairs it\n  " + WITHOUT_ROLE_FOR_DISKS
                            + "\n  fix: aliyun ram CreateRole ");
        }
    }

    private static void share(OwnerAndRecipient sides, String images) {
        sides.share(images, READY, WITHOUT_ROLE_FOR_DISKS).asOwnersUser("auditor");
    }

    /** With the user and roles of the initial world. */
    private static CommandLineRun.Outcome matrix(OwnerAndRecipient sides, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "--image-id",
                OwnerAndRecipient.IMAGE + "," + PLAIN,
                "--all-recipients",
                "--as-role",
                "SandboxVerifier",
                "-o",
                "json"));
        arguments.addAll(List.of(more));
        return sides.owner(arguments.toArray(String[]::new));
    }

    private static Map<String, String> verdicts(CommandLineRun.Outcome outcome) {
        Map<String, String> verdicts = new TreeMap<>();
        OwnerAndRecipient.json(outcome)
                .path("recipients")
                .forEach(row -> verdicts.put(
                        row.path("account").asText() + " " + row.path("imageId").asText(),
                        row.path("verdict").asText() + " "
                                + row.path("repairedBy").asText() + " "
                                + row.path("code").asText()));
        return verdicts;
    }

    /** With the printed policy for recipients, beside the one for verifiers. */
    private static void permitDryRuns(OwnerAndRecipient sides) {
        String document = sides.owner("policy", "recipient").out();
        OwnerAndRecipient.ok(sides.client(READY, "")
                .ram("CreatePolicy", "PolicyName", "ForDryRuns", "PolicyDocument", document)
                .outcome());
        OwnerAndRecipient.ok(sides.client(READY, "")
                .ram(
                        "AttachPolicyToRole",
                        "RoleName",
                        "SandboxVerifier",
                        "PolicyName",
                        "ForDryRuns",
                        "PolicyType",
                        "Custom")
                .outcome());
    }

    private static void makeRole(OwnerAndRecipient sides, String account, String document, String trust) {
        OwnerAndRecipient.ok(sides.client(account, "")
                .ram("CreateRole", "RoleName", "Verifier", "AssumeRolePolicyDocument", trust)
                .outcome());
        OwnerAndRecipient.ok(sides.client(account, "")
                .ram("CreatePolicy", "PolicyName", "ShareImageVerifier", "PolicyDocument", document)
                .outcome());
        OwnerAndRecipient.ok(sides.client(account, "")
                .ram(
                        "AttachPolicyToRole",
                        "RoleName",
                        "Verifier",
                        "PolicyName",
                        "ShareImageVerifier",
                        "PolicyType",
                        "Custom")
                .outcome());
    }

    /** Root accounts cannot assume roles. */
    private static void makeAuditor(OwnerAndRecipient sides) {
        sides.change(world -> {
            world.users()
                    .put(new RamUser(
                            "1000000000000001",
                            "auditor",
                            "200000000000000098",
                            List.of(new PolicyAttachment("System", "AdministratorAccess", Instant.now()))));
            world.accessKeys()
                    .put(new AccessKey(
                            "LTAI5tSandboxAuditor0001", "NotASecretAuditor", "1000000000000001", "auditor", false));
        });
    }
}
