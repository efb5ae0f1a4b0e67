package dev.shareimage.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.sandbox.world.RamRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Entries of a manifest whose targets have the image already, and cannot use it any more. */
class UnchangedEntriesTest {

    private static final String OWNER = "1000000000000001";

    private static final String ONE = """
            schemaVersion: 1
            regions:
              - id: cn-hongkong
                images:
                  - id: m-hk0cmk0000000000001
                    accounts: [3000000000000001]
            """;

    private static final String DENIAL = """
            {"Effect":"Deny","Action":"sts:AssumeRole","Principal":{"Service":["3000000000000001@ecs.aliyuncs.com"]}},""";

    @RegisterExtension
    final LiveCloud cloud = new LiveCloud();

    private final ShareService service = cloud.owner();

    @BeforeEach
    void share() throws CloudException {
        propose(ONE).apply(Progress.SILENT);
    }

    @Test
    void a_denial_of_their_target_is_a_warning_with_its_repair() throws CloudException {
        String before = role().trust();
        deny();

        Report report = propose(ONE).preview();

        assertThat(report.status()).isEqualTo(Status.UNCHANGED);
        assertThat(warnings(report))
                .containsExactly(
                        "trust: a statement with Effect Deny in the role's trust policy names 3000000000000001 and denies it"
                                + " the key; the fix is the policy as this run read it, without that denial -> "
                                + "aliyun ram UpdateRole --RoleName AliyunECSShareEncryptImageDefaultRole"
                                + " --NewAssumeRolePolicyDocument '" + before + "'");
    }

    @Test
    void a_key_that_cannot_be_used_is_a_warning_with_its_repair() throws CloudException {
        cloud.change(world -> world.keys().stream()
                .filter(key -> key.region().equals("cn-hongkong"))
                .toList()
                .forEach(key -> world.keys().put(key.withState("Disabled"))));

        Report report = propose(ONE).preview();

        assertThat(report.status()).isEqualTo(Status.UNCHANGED);
        assertThat(warnings(report))
                .singleElement()
                .asString()
                .contains("is Disabled, not Enabled -> aliyun kms EnableKey");
    }

    @Test
    void they_do_not_block_new_entries_and_their_repair_does_not_undo_the_new_trust() throws CloudException {
        deny();

        Report report = propose(ONE + """
                      - id: m-hk0cmk0000000000002
                        accounts: [4000000000000004]
                """).apply(Progress.SILENT);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.trust().added()).containsExactly("4000000000000004@ecs.aliyuncs.com");
        assertThat(warnings(report))
                .containsExactly(
                        "trust: the role does not trust 1 of the targets; it will be added -> null",
                        "trust: a statement with Effect Deny in the role's trust policy denies 3000000000000001 the key -> "
                                + "take 3000000000000001 out of that statement: aliyun ram GetRole --RoleName"
                                + " AliyunECSShareEncryptImageDefaultRole, then UpdateRole");
    }

    private Proposal propose(String manifest) throws CloudException {
        return service.apply(new ApplyRequest(ManifestReader.read("m.yaml", manifest), Map.of(), false, false, true));
    }

    private void deny() {
        RamRole role = role();
        String trust = role.trust().replace("\"Statement\":[", "\"Statement\":[" + DENIAL.strip());
        cloud.change(world -> world.roles().put(role.withTrust(trust, role.updated())));
    }

    private RamRole role() {
        RamRole[] found = new RamRole[1];
        cloud.change(
                world -> found[0] = world.roles().find(OWNER, ShareService.ROLE).orElseThrow());
        return found[0];
    }

    private static List<String> warnings(Report report) {
        return report.checks().stream()
                .filter(finding -> finding.status() == CheckStatus.WARN)
                .map(UnchangedEntriesTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        return finding.id().label() + ": " + finding.message() + " -> " + finding.fix();
    }
}
