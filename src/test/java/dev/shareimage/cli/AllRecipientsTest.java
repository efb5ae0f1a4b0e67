package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamUser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner who may assume a role in the recipients' accounts sees who of them can use which image. */
class AllRecipientsTest {

    private static final String READY = "2000000000000002";
    private static final String WITHOUT_ROLE_FOR_DISKS = "2000000000000003";
    private static final String CLOSED = "2000000000000012";

    @TempDir
    Path home;

    @Test
    void the_matrix_has_a_verdict_for_each_recipient_or_says_that_nobody_could_look() throws Exception {
        try (BothSides sides = new BothSides(home, READY)) {
            sides.owner(
                    "share",
                    "--image-id",
                    BothSides.IMAGE,
                    "--accounts",
                    READY + "," + WITHOUT_ROLE_FOR_DISKS + "," + CLOSED,
                    "--yes");
            JsonNode policies = BothSides.json(
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
                            BothSides.IMAGE,
                            "--all-recipients",
                            "--as-role",
                            "Verifier",
                            "-o",
                            "json");

            Map<String, String> verdicts = new TreeMap<>();
            BothSides.json(outcome)
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
                            CLOSED, "could-not-look null EntityNotExist.Role")));
            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).contains("own-role");
        }
    }

    private static void makeRole(BothSides sides, String account, String document, String trust) {
        BothSides.ok(sides.client(account, "")
                .ram("CreateRole", "RoleName", "Verifier", "AssumeRolePolicyDocument", trust)
                .outcome());
        BothSides.ok(sides.client(account, "")
                .ram("CreatePolicy", "PolicyName", "ShareImageVerifier", "PolicyDocument", document)
                .outcome());
        BothSides.ok(sides.client(account, "")
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

    /** Root accounts assume no roles. */
    private static void makeAuditor(BothSides sides) {
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
