package dev.shareimage.app.proposal;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.PLAIN;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sharing with accounts, from an empty account to the read-back. */
class ShareTest {

    private static final String FOREIGN = "{\"Statement\":[{\"Sid\":\"keep\",\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]},\"X\":1.50}],"
            + "\"Version\":\"1\",\"Owner\":\"ops\"}";

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void proposes_everything_and_writes_nothing() throws CloudException {
        Proposal proposal = fixture.service.share(share(ENCRYPTED, toAccounts(accounts(1, 2))));

        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        planned in cn-hongkong by 1000000000000001
                        role planned
                        trust planned + 2000000000000001@ecs.aliyuncs.com, 2000000000000002@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 planned
                          account 2000000000000002 planned""");
        assertThat(proposal.warnings())
                .containsExactly(
                        "the accounts can read all data of the image: make sure that it holds no shell history,"
                                + " keys, credentials or network settings");
        assertThat(proposal.changesNothing()).isFalse();
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void shares_for_the_first_time() throws CloudException {
        List<AccountId> twelve = accounts(1, 12);

        Report report = apply(share(ENCRYPTED, toAccounts(twelve)));

        assertThat(ReportText.of(report)).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role created
                        trust updated + %s
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                        %s""".formatted(
                String.join(", ", trusting(twelve.toArray(AccountId[]::new)).entries()), lines(twelve, "shared")));
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(twelve.toArray(AccountId[]::new)));
        assertThat(fixture.cloud.imageShares().now(HONGKONG, ENCRYPTED)).containsExactlyElementsOf(twelve);
        assertThat(fixture.cloud.script().writes())
                .startsWith(
                        "CreateRole "
                                + trusting(twelve.toArray(AccountId[]::new)).json(),
                        "AttachPolicyToRole AliyunKMSFullAccess")
                .hasSize(4)
                .contains(
                        "ModifyImageSharePermission m-encrypted1 +" + joined(accounts(1, 10)),
                        "ModifyImageSharePermission m-encrypted1 +" + joined(accounts(11, 12)));
        assertThat(fixture.steps)
                .containsExactly(
                        "create role AliyunECSShareEncryptImageDefaultRole",
                        "attach policy AliyunKMSFullAccess",
                        "share image m-encrypted1 with 12 targets",
                        "image m-encrypted1 is shared and read back (1/1)");
        assertThat(report.calls().made())
                .isEqualTo(fixture.cloud.script().calls().size());
    }

    @Test
    void is_unchanged_the_second_time() throws CloudException {
        apply(share(ENCRYPTED, toAccounts(accounts(1, 2))));
        fixture.cloud.script().forget();

        Proposal proposal = fixture.service.share(share(ENCRYPTED, toAccounts(accounts(1, 2))));

        assertThat(proposal.changesNothing()).isTrue();
        assertThat(proposal.warnings()).isEmpty();
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        unchanged in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 already-shared
                          account 2000000000000002 already-shared""");
        assertThat(proposal.apply(fixture.progress()).status().label()).isEqualTo("unchanged");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void merges_into_what_others_wrote() throws CloudException {
        fixture.cloud.roles().existsWithTrust(FOREIGN);

        Report report = apply(share(ENCRYPTED, toAccounts(account(1))));

        assertThat(ReportText.of(report)).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared""");
        assertThat(fixture.cloud.roles().trustDocument())
                .isEqualTo("{\"Statement\":[{\"Sid\":\"keep\",\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                        + "\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]},\"X\":1.50},"
                        + "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":"
                        + "[\"2000000000000001@ecs.aliyuncs.com\"]}}],\"Version\":\"1\",\"Owner\":\"ops\"}");
        assertThat(report.trust().document())
                .isEqualTo(fixture.cloud.roles().trust().document());
    }

    @Test
    void leaves_those_who_have_the_image_alone() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));

        Report report = apply(share(ENCRYPTED, toAccounts(accounts(1, 2))));

        assertThat(ReportText.of(report)).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000002@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 already-shared
                          account 2000000000000002 shared""");
        assertThat(fixture.cloud.script().writes())
                .containsExactly(
                        "UpdateRole " + trusting(account(1), account(2)).json(),
                        "ModifyImageSharePermission m-encrypted1 +2000000000000002");
    }

    @Test
    void attaches_the_policy_that_is_missing() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());
        fixture.cloud.roles().detachAll();

        assertThat(ReportText.of(apply(share(ENCRYPTED, toAccounts(account(1))))))
                .isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role updated
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared""");
    }

    @Test
    void asks_nothing_of_ram_for_a_plain_image() throws CloudException {
        Report report = apply(share(PLAIN, toAccounts(account(1))));

        assertThat(ReportText.of(report)).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role not-needed
                        trust not-needed
                        m-plain1 'name of m-plain1' encrypted=false
                          account 2000000000000001 shared""");
        assertThat(fixture.cloud.script().calls())
                .noneMatch(call -> call.contains("Role"))
                .noneMatch(call -> call.contains("Key"));
    }

    @Test
    void shares_several_images_at_once() throws CloudException {
        ShareRequest both = new ShareRequest(
                HONGKONG, List.of(PLAIN, ENCRYPTED, PLAIN), toAccounts(account(1)), List.of(), false, true);

        assertThat(ReportText.of(apply(both))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role created
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        m-plain1 'name of m-plain1' encrypted=false
                          account 2000000000000001 shared
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared""");
    }

    @Test
    void does_nothing_when_one_of_several_images_is_unfit() throws CloudException {
        dev.shareimage.domain.ImageId absent = new dev.shareimage.domain.ImageId("m-absent");
        Proposal proposal = fixture.service.share(
                new ShareRequest(HONGKONG, List.of(ENCRYPTED, absent), toAccounts(account(1)), List.of(), false, true));

        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        failed in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 not-tried
                        m-absent 'null' encrypted=null
                          account 2000000000000001 not-tried
                        failure: REFUSED PreconditionFailed: 1 check failed, nothing was changed: image m-absent is not \
                        in cn-hongkong, or you may not see it | check the id and --region: image ids are valid in one \
                        region only; share-image list-shares --all-images --region cn-hongkong; share-image verify \
                        --region cn-hongkong shows those that others share with you""");
        assertThat(proposal.plan().isEmpty()).isTrue();
        assertThatThrownBy(() -> proposal.apply(fixture.progress())).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void touches_no_role_without_setup() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());
        ShareRequest request =
                new ShareRequest(HONGKONG, List.of(ENCRYPTED), toAccounts(account(1)), List.of(), false, false);

        assertThat(ReportText.of(apply(request))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared""");
        assertThat(fixture.cloud.script().writes())
                .containsExactly("ModifyImageSharePermission m-encrypted1 +2000000000000001");
    }

    @Test
    void reads_folder_and_account_from_the_same_trust_document() throws CloudException {
        TrustPolicy trust = TrustPolicy.of(List.of(new ShareTarget.Folder(ServiceFixture.FOLDER)));
        fixture.cloud.roles().existsWithTrust(trust.json());

        apply(share(ENCRYPTED, toAccounts(account(7))));

        assertThat(fixture.cloud.roles().trust()).isEqualTo(trust.with(List.of(new ShareTarget.Account(account(7)))));
    }

    @Test
    void restores_the_trust_that_was_taken_out_while_the_image_was_shared() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());
        fixture.cloud.script().before("ModifyImageSharePermission", () -> fixture.time.pass(Duration.ofMinutes(1)));
        fixture.cloud
                .script()
                .after(
                        "ModifyImageSharePermission",
                        () -> fixture.cloud
                                .roles()
                                .overwrite(trusting(account(9)).json()));

        assertThat(ReportText.of(apply(share(ENCRYPTED, toAccounts(account(1))))))
                .isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000009@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared""");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(9), account(1)));
    }

    @Test
    void looks_at_the_trust_of_a_role_that_is_just_made_once_more_when_sharing_took_long() throws CloudException {
        fixture.cloud.script().before("ModifyImageSharePermission", () -> fixture.time.pass(Duration.ofMinutes(1)));
        fixture.cloud
                .script()
                .after(
                        "ModifyImageSharePermission",
                        () -> fixture.cloud
                                .roles()
                                .overwrite(trusting(account(9)).json()));

        apply(share(ENCRYPTED, toAccounts(account(1))));

        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(9), account(1)));
    }

    private Report apply(ShareRequest request) throws CloudException {
        return fixture.service.share(request).apply(fixture.progress());
    }

    private static String joined(List<AccountId> accounts) {
        return String.join(",", accounts.stream().map(AccountId::value).toList());
    }

    private static String lines(List<AccountId> accounts, String status) {
        return String.join(
                "\n",
                accounts.stream()
                        .map(account -> "  account " + account + " " + status)
                        .toList());
    }
}
