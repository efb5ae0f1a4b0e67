package dev.shareimage.app.sandbox;

import static dev.shareimage.app.sandbox.LiveCloud.HONGKONG;
import static dev.shareimage.app.sandbox.LiveCloud.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TrustMode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoctorTest {

    private static final ImageId IMAGE = new ImageId("m-hk0cmk0000000000001");
    private static final TargetQuery ACCOUNTS = TargetQuery.ofAccounts(List.of(new AccountId("3000000000000001")));

    @RegisterExtension
    final LiveCloud cloud = new LiveCloud();

    @Test
    void finds_everything_in_order_and_writes_nothing() throws CloudException {
        int before = cloud.requests();

        Report report = examine(cloud.owner(), ACCOUNTS);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.checks()).noneMatch(Finding::failed);
        assertThat(find(report, CheckId.CREDENTIALS))
                .isEqualTo(Finding.pass(
                        CheckId.CREDENTIALS,
                        "the credentials belong to acs:ram::" + OWNER + ":root of account " + OWNER
                                + ", from the environment (ALIBABA_CLOUD_ACCESS_KEY_ID)"));
        assertThat(find(report, CheckId.PERMISSIONS))
                .isEqualTo(Finding.pass(
                        CheckId.PERMISSIONS,
                        "every read that these checks need is permitted; writes could not be checked"));
        assertThat(cloud.writesAfter(before)).isEmpty();
    }

    @Test
    void reports_unusable_credentials_as_a_finding_and_the_rest_as_not_checked() throws CloudException {
        Report report = examine(cloud.service("LTAI5tSandboxOwner000001", "wrong"), ACCOUNTS);

        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.account()).isNull();
        assertThat(report.checks().stream().filter(Finding::failed).map(Finding::id))
                .containsExactly(CheckId.CREDENTIALS);
        assertThat(find(report, CheckId.CREDENTIALS).fix())
                .isEqualTo("set the secret that belongs to this key id, without spaces around it (aliyun configure, or"
                        + " ALIBABA_CLOUD_ACCESS_KEY_SECRET); if it is lost, create a new access key");
        assertThat(report.checks().stream()
                        .filter(finding -> finding.status() == CheckStatus.NOT_CHECKED)
                        .map(Finding::id))
                .containsExactly(
                        CheckId.PERMISSIONS,
                        CheckId.IMAGE_FOUND,
                        CheckId.IMAGE_OWNER,
                        CheckId.IMAGE_STATE,
                        CheckId.IMAGE_PRIVATE,
                        CheckId.IMAGE_ENCRYPTED,
                        CheckId.SINGLE_SNAPSHOT,
                        CheckId.KEY_KNOWN,
                        CheckId.KEY_CUSTOMER_MANAGED,
                        CheckId.KEY_ENABLED,
                        CheckId.KEY_TAGGED,
                        CheckId.TRUST_SAFE,
                        CheckId.ROLE,
                        CheckId.POLICY,
                        CheckId.TRUST);
    }

    @Test
    void names_the_missing_permissions_in_one_finding() throws CloudException {
        Report report = examine(cloud.user(OWNER, """
                        {"Version":"1","Statement":[{"Effect":"Allow","Action":["ecs:Describe*"],"Resource":["*"]}]}
                        """), ACCOUNTS);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(find(report, CheckId.PERMISSIONS))
                .isEqualTo(Finding.warn(
                        CheckId.PERMISSIONS,
                        "these permissions are missing: kms:DescribeKey, kms:ListKeys, kms:ListResourceTags,"
                                + " quotas:GetProductQuota,"
                                + " ram:GetRole, ram:ListPoliciesForRole, resourcesharing:ListResourceShareAssociations",
                        "ask your administrator to allow kms:DescribeKey, kms:ListKeys, kms:ListResourceTags,"
                                + " quotas:GetProductQuota,"
                                + " ram:GetRole, ram:ListPoliciesForRole, resourcesharing:ListResourceShareAssociations;"
                                + " share-image policy publisher prints what sharing needs, and"
                                + " share-image policy operator what setup needs too"));
        assertThat(report.checks().stream()
                        .filter(finding -> finding.status() == CheckStatus.NOT_CHECKED)
                        .map(finding -> finding.id().label()))
                .containsExactly(
                        "key-known",
                        "key-customer-managed",
                        "key-enabled",
                        "key-tagged",
                        "quota",
                        "double-share",
                        "trust-safe",
                        "role",
                        "policy",
                        "trust");
    }

    @Test
    void names_the_command_that_creates_a_missing_role() throws CloudException {
        Report report = examine(cloud.owner(), ACCOUNTS);

        assertThat(find(report, CheckId.ROLE))
                .isEqualTo(Finding.warn(
                        CheckId.ROLE,
                        "role AliyunECSShareEncryptImageDefaultRole is missing",
                        "share-image create-role --accounts 3000000000000001"));
    }

    @Test
    void fails_for_targets_that_have_the_image_but_cannot_use_it() throws CloudException {
        cloud.owner()
                .share(new ShareRequest(HONGKONG, List.of(IMAGE), ACCOUNTS, List.of(), false, true))
                .apply(Progress.SILENT);
        cloud.owner().setTrust(ACCOUNTS, TrustMode.REMOVE, false).apply(Progress.SILENT);

        for (TargetQuery asked : List.of(TargetQuery.NONE, ACCOUNTS)) {
            Report report = examine(cloud.owner(), asked);

            assertThat(report.status()).isEqualTo(Status.FAILED);
            assertThat(findings(report, CheckId.TRUST))
                    .containsExactly(Finding.fail(
                            CheckId.TRUST,
                            "image " + IMAGE + ": 1 recipient is not trusted and can see the image but not use it",
                            "share-image set-trust --accounts 3000000000000001"));
        }
    }

    @Test
    void separates_those_who_have_the_image_in_vain_from_other_targets_without_trust() throws CloudException {
        cloud.owner()
                .share(new ShareRequest(HONGKONG, List.of(IMAGE), ACCOUNTS, List.of(), false, true))
                .apply(Progress.SILENT);
        cloud.owner().setTrust(ACCOUNTS, TrustMode.REMOVE, false).apply(Progress.SILENT);
        TargetQuery both =
                TargetQuery.ofAccounts(List.of(new AccountId("3000000000000001"), new AccountId("2000000000000009")));

        assertThat(findings(examine(cloud.owner(), both), CheckId.TRUST))
                .containsExactly(
                        Finding.warn(
                                CheckId.TRUST,
                                "the role does not trust 1 of the targets: they could see the image but not use it",
                                "share-image set-trust --accounts 2000000000000009"),
                        Finding.fail(
                                CheckId.TRUST,
                                "image " + IMAGE + ": 1 recipient is not trusted and can see the image but not use it",
                                "share-image set-trust --accounts 3000000000000001"));
    }

    @Test
    void names_one_command_for_everything_that_a_missing_role_breaks() throws CloudException {
        cloud.owner()
                .share(new ShareRequest(HONGKONG, List.of(IMAGE), ACCOUNTS, List.of(), false, true))
                .apply(Progress.SILENT);
        cloud.change(world -> world.roles()
                .remove(world.roles().find(OWNER, ShareService.ROLE).orElseThrow()));

        for (TargetQuery asked : List.of(TargetQuery.NONE, ACCOUNTS)) {
            Report broken = examine(cloud.owner(), asked);

            assertThat(broken.checks().stream().filter(finding -> finding.fix() != null))
                    .extracting(finding -> finding.id().label() + ": " + finding.fix())
                    .containsExactly(
                            "role: share-image create-role --accounts 3000000000000001",
                            "policy: share-image create-role --accounts 3000000000000001",
                            "trust: share-image create-role --accounts 3000000000000001");
        }

        cloud.owner().createRole(ACCOUNTS, false).apply(Progress.SILENT);

        assertThat(examine(cloud.owner(), ACCOUNTS).checks()).noneMatch(finding -> finding.fix() != null);
    }

    @Test
    void fails_for_those_who_have_the_image_while_the_role_may_do_nothing() throws CloudException {
        cloud.owner()
                .share(new ShareRequest(HONGKONG, List.of(IMAGE), ACCOUNTS, List.of(), false, true))
                .apply(Progress.SILENT);
        cloud.change(world -> world.roles()
                .put(world.roles().find(OWNER, ShareService.ROLE).orElseThrow().withPolicies(List.of())));

        for (TargetQuery asked : List.of(TargetQuery.NONE, ACCOUNTS)) {
            Report report = examine(cloud.owner(), asked);

            assertThat(report.status()).isEqualTo(Status.FAILED);
            assertThat(findings(report, CheckId.POLICY))
                    .containsExactly(Finding.fail(
                            CheckId.POLICY,
                            "the role has no policy: 1 recipient has image " + IMAGE + " and cannot use it",
                            "share-image create-role --accounts 3000000000000001"));
        }
    }

    @Test
    void only_warns_of_a_target_without_trust_that_does_not_have_the_image() throws CloudException {
        cloud.owner().createRole(TargetQuery.NONE, false).apply(Progress.SILENT);

        Report report = examine(cloud.owner(), ACCOUNTS);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(find(report, CheckId.TRUST).status()).isEqualTo(CheckStatus.WARN);
    }

    @Test
    void fails_for_a_missing_role_that_may_not_be_set_up() throws CloudException {
        Report report = examine(cloud.owner(), ACCOUNTS, false);

        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.checks().stream().filter(Finding::failed).map(Finding::id))
                .containsExactly(CheckId.ROLE, CheckId.POLICY);
    }

    @Test
    void does_not_give_up_when_a_folder_may_not_be_looked_up() throws CloudException {
        TargetQuery folder =
                new TargetQuery(List.of(), false, Optional.empty(), List.of(new FolderId("fd-japan00001")), List.of());

        Report report = examine(cloud.owner(), folder);

        assertThat(find(report, CheckId.DIRECTORY))
                .isEqualTo(Finding.fail(
                        CheckId.DIRECTORY,
                        "this account may not look up the path of folder fd-japan00001: only"
                                + " the directory's management account and its delegated administrators may",
                        "give the folder with its path, which the management account knows: --folder"
                                + " rd-…/r-…/fd-japan00001"));
        assertThat(find(report, CheckId.IMAGE_FOUND).status()).isEqualTo(CheckStatus.PASS);
    }

    @Test
    void fails_the_directory_check_for_an_account_that_is_in_none() throws CloudException {
        TargetQuery own = TargetQuery.ofOwnDirectory();
        cloud.change(world -> world.members().remove(world.members().find(OWNER).orElseThrow()));

        Report report = examine(cloud.owner(), own);

        assertThat(find(report, CheckId.DIRECTORY))
                .isEqualTo(Finding.fail(
                        CheckId.DIRECTORY,
                        "this account is in no resource directory",
                        "name accounts with --accounts, or join a resource directory first"));
    }

    private static Report examine(ShareService service, TargetQuery targets) throws CloudException {
        return examine(service, targets, true);
    }

    private static Report examine(ShareService service, TargetQuery targets, boolean setup) throws CloudException {
        return service.doctor(new DoctorRequest(HONGKONG, List.of(IMAGE), targets, List.of(), false, setup));
    }

    private static Finding find(Report report, CheckId id) {
        return findings(report, id).get(0);
    }

    private static List<Finding> findings(Report report, CheckId id) {
        return report.checks().stream().filter(finding -> finding.id() == id).toList();
    }
}
