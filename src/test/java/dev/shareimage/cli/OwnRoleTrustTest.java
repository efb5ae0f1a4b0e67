package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fix for the recipient's own role adds to its present trust policy and removes nothing. */
class OwnRoleTrustTest {

    private static final String RECIPIENT = "2000000000000002";
    private static final String ROLE = "AliyunECSDiskEncryptDefaultRole";
    private static final String OTHERS = "{\"Sid\":\"the backup's\",\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
            + "\"Principal\":{\"Service\":[\"rds.aliyuncs.com\"]}}";
    private static final String CONDITIONAL = "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
            + "{\"Service\":[\"ecs.aliyuncs.com\"]},\"Condition\":{\"StringEquals\":{\"acs:SourceIp\":\"10.0.0.1\"}}}";
    private static final String ECS = "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
            + "{\"Service\":[\"ecs.aliyuncs.com\"]}}";

    @TempDir
    Path home;

    @Test
    void a_missing_statement_is_added_to_those_of_others() {
        try (OwnerAndRecipient sides = trusting(OTHERS)) {
            JsonNode check = check(sides);

            assertThat(check.path("status").asText()).isEqualTo("fail");
            assertThat(check.path("message").asText())
                    .isEqualTo(
                            "role " + ROLE + " does not trust ecs.aliyuncs.com; the fix is its trust policy as this run"
                                    + " read it, with one statement added");
            paste(sides, check);
            assertThat(document(sides)).isEqualTo(policy(OTHERS.replace("'", "\\u0027"), ECS));
            assertThat(check(sides).path("status").asText()).isEqualTo("pass");
        }
    }

    @Test
    void a_statement_with_a_condition_stays_beside_the_one_that_is_added() {
        try (OwnerAndRecipient sides = trusting(CONDITIONAL, OTHERS)) {
            JsonNode check = check(sides);

            assertThat(check.path("status").asText()).isEqualTo("warn");
            paste(sides, check);
            assertThat(document(sides)).isEqualTo(policy(CONDITIONAL, OTHERS.replace("'", "\\u0027"), ECS));
            assertThat(check(sides).path("status").asText()).isEqualTo("pass");
        }
    }

    @Test
    void a_denial_is_left_to_a_person() {
        try (OwnerAndRecipient sides = trusting(ECS, ECS.replace("Allow", "Deny"))) {
            JsonNode check = check(sides);

            assertThat(check.path("status").asText()).isEqualTo("warn");
            assertThat(check.path("fix").asText())
                    .contains("aliyun ram GetRole", "--RoleName " + ROLE)
                    .doesNotContain("UpdateRole");
        }
    }

    private OwnerAndRecipient trusting(String... statements) {
        OwnerAndRecipient sides = new OwnerAndRecipient(home, RECIPIENT);
        sides.owner("share", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", RECIPIENT, "--yes");
        OwnerAndRecipient.ok(sides.recipientClient()
                .ram("UpdateRole", "RoleName", ROLE, "NewAssumeRolePolicyDocument", policy(statements))
                .outcome());
        return sides;
    }

    private static JsonNode check(OwnerAndRecipient sides) {
        CommandLineRun.Outcome outcome = sides.recipient("verify", "--image-id", OwnerAndRecipient.IMAGE, "-o", "json");
        return OwnerAndRecipient.json(outcome)
                .path("checks")
                .valueStream()
                .filter(check -> check.path("id").asText().equals("own-role-trust"))
                .findFirst()
                .orElseThrow();
    }

    private static void paste(OwnerAndRecipient sides, JsonNode check) {
        assertThat(sides.pasteAsRecipient(List.of(check.path("fix").asText()))).isEqualTo("200");
    }

    private static String document(OwnerAndRecipient sides) {
        return sides.recipientClient().ram("GetRole", "RoleName", ROLE).text("/Role/AssumeRolePolicyDocument");
    }

    private static String policy(String... statements) {
        return "{\"Version\":\"1\",\"Statement\":[" + String.join(",", statements) + "]}";
    }
}
