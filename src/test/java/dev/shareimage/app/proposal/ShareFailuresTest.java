package dev.shareimage.app.proposal;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.toFolders;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sharing when calls of the cloud fail or have no effect. */
class ShareFailuresTest {

    private static final String SHARED_BUT_FOR_ONE = """
            partial in cn-hongkong by 1000000000000001
            role unchanged
            trust unchanged
            m-encrypted1 'name of m-encrypted1' encrypted=true
              account 2000000000000001 shared
              account 2000000000000002 %1$s
              account 2000000000000003 shared
            failure: %2$s""";

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void one_unknown_account_keeps_the_others_of_its_chunk_from_nothing() throws CloudException {
        trusted(3);
        fixture.cloud.imageShares().forgetAccount(account(2));

        String failure = "NOT_FOUND InvalidAccount.NotFound: the cloud knows no such account | check the account id";
        assertThat(ReportText.of(apply(3))).isEqualTo(SHARED_BUT_FOR_ONE.formatted("failed: " + failure, failure));
    }

    @Test
    void says_that_an_unknown_account_is_trusted_now() throws CloudException {
        fixture.cloud.imageShares().forgetAccount(account(2));

        assertThat(apply(3).notes())
                .containsExactly("the role now trusts 1 target that has none of the images; to undo that: share-image"
                        + " set-trust --remove --accounts 2000000000000002");
    }

    @Test
    void an_account_that_is_dropped_once_is_sent_again() throws CloudException {
        trusted(3);
        fixture.cloud.imageShares().drop(account(2), 1);

        assertThat(apply(3).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.script().writes())
                .containsExactly(
                        "ModifyImageSharePermission m-encrypted1"
                                + " +2000000000000001,2000000000000002,2000000000000003",
                        "ModifyImageSharePermission m-encrypted1 +2000000000000002");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void a_list_that_lags_behind_the_share_is_read_again(int looks) throws CloudException {
        trusted(3);
        fixture.cloud.imageShares().lag(looks);

        assertThat(apply(3).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.imageShares().now(HONGKONG, ENCRYPTED)).hasSize(3);
    }

    @Test
    void a_first_read_that_confirms_needs_no_second() throws CloudException {
        trusted(3);

        apply(3);

        assertThat(fixture.time.elapsed()).isZero();
        assertThat(fixture.cloud.script().calls())
                .filteredOn(call -> call.startsWith("DescribeImageSharePermission"))
                .hasSize(2);
    }

    @Test
    void one_untrusted_account_keeps_the_others_of_its_call_from_nothing() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1), account(3)).json());
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "ListPoliciesForRole"));

        String failure = "REFUSED AssumeRoleError: role AliyunECSShareEncryptImageDefaultRole is missing, or its trust"
                + " policy does not name the target, or the cloud does not see it everywhere yet | let an administrator"
                + " run share-image create-role --accounts 2000000000000002, then run the same command again";
        String note =
                "note: whether 3 targets can use the image is not known: the role or its policies could not be read"
                        + " (GetRole is not permitted (ram:GetRole)); ask somebody who may read them to run share-image doctor\n";
        assertThat(ReportText.of(apply(3)))
                .isEqualTo(SHARED_BUT_FOR_ONE
                        .formatted("failed: " + failure, failure)
                        .replace("failure:", note + "failure:"));
        assertThat(fixture.cloud.imageShares().now(HONGKONG, ENCRYPTED)).containsExactly(account(1), account(3));
    }

    @Test
    void an_account_that_is_dropped_again_is_named() throws CloudException {
        trusted(3);
        fixture.cloud.imageShares().drop(account(2), 2);

        String failure = "REFUSED NotConfirmed: the cloud accepted the account without an error, but it does not have"
                + " the image | read it again with share-image list-shares --region cn-hongkong --image-id m-encrypted1,"
                + " then repeat the command";
        assertThat(ReportText.of(apply(3))).isEqualTo(SHARED_BUT_FOR_ONE.formatted("failed: " + failure, failure));
    }

    @Test
    void an_answer_that_is_lost_is_made_up_for_by_the_read_back() throws CloudException {
        trusted(3);
        fixture.cloud.script().after("ModifyImageSharePermission", () -> {
            throw Refusals.unavailable("ModifyImageSharePermission");
        });

        assertThat(apply(3).status().label()).isEqualTo("succeeded");
    }

    @Test
    void a_read_back_that_fails_confirms_nobody() throws CloudException {
        trusted(1);
        fixture.cloud.script().before("DescribeImageSharePermission", () -> {});
        fixture.cloud.script().refuseOnce(Refusals.unavailable("DescribeImageSharePermission"));

        String failure =
                "UNAVAILABLE ServiceUnavailable: DescribeImageSharePermission answered ServiceUnavailable; it is"
                        + " not known whether the change took effect | run the same command again: nothing is done twice";
        assertThat(ReportText.of(apply(1))).isEqualTo("""
                        failed in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 failed: %1$s
                        failure: %1$s""".formatted(failure));
    }

    @Test
    void an_answer_that_is_lost_and_that_nothing_makes_up_for_leaves_the_result_open() throws CloudException {
        trusted(1);
        fixture.cloud.script().after("ModifyImageSharePermission", () -> {
            fixture.cloud.script().refuse(Refusals.unavailable("DescribeImageSharePermission"));
            throw Refusals.unavailable("ModifyImageSharePermission");
        });

        assertThat(ReportText.of(apply(1)))
                .contains("account 2000000000000001 failed: UNAVAILABLE ServiceUnavailable: ModifyImageSharePermission"
                        + " answered ServiceUnavailable; it is not known whether the change took effect");
    }

    @Test
    void a_throttled_share_had_no_effect() throws CloudException {
        trusted(1);
        fixture.cloud.script().before("ModifyImageSharePermission", () -> {
            fixture.cloud.script().refuse(Refusals.unavailable("DescribeImageSharePermission"));
            throw new CloudException(Kind.UNAVAILABLE, "ModifyImageSharePermission", "Throttling.User", "slow down");
        });

        assertThat(ReportText.of(apply(1)))
                .contains("account 2000000000000001 failed: UNAVAILABLE Throttling.User: ")
                .doesNotContain("it is not known");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_read_back_that_cannot_be_understood_is_made_again(int broken) throws CloudException {
        trusted(1);
        fixture.cloud.script().before("DescribeImageSharePermission", () -> {});
        for (int i = 0; i < broken; i++) {
            fixture.cloud
                    .script()
                    .refuseOnce(new CloudException(
                            Kind.MALFORMED, "DescribeImageSharePermission", "MalformedAnswer", "no list"));
        }

        assertThat(apply(1).status().label()).isEqualTo("succeeded");
    }

    @Test
    void a_read_back_that_can_never_be_understood_confirms_nobody() throws CloudException {
        trusted(1);
        fixture.cloud
                .script()
                .after(
                        "ModifyImageSharePermission",
                        () -> fixture.cloud
                                .script()
                                .refuse(new CloudException(
                                        Kind.MALFORMED, "DescribeImageSharePermission", "MalformedAnswer", "no list")));

        Report report = apply(1);

        assertThat(report.status().label()).isEqualTo("failed");
        assertThat(report.failure()).extracting("kind", "code").containsExactly(Kind.MALFORMED, "MalformedAnswer");
    }

    @Test
    void waits_until_the_cloud_sees_a_new_role_everywhere() throws CloudException {
        fixture.cloud.roles().seenByEcsAfter(Duration.ofSeconds(10));

        assertThat(apply(2).status().label()).isEqualTo("succeeded");
        assertThat(fixture.time.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(fixture.steps).contains("wait until the cloud sees the role everywhere (AssumeRoleError)");
    }

    @Test
    void waits_for_a_role_that_another_run_has_just_written() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());
        fixture.cloud.roles().overwrite(trusting(account(1), account(2)).json());
        fixture.cloud.roles().seenByEcsAfter(Duration.ofSeconds(5));

        assertThat(apply(2).status().label()).isEqualTo("succeeded");
    }

    @Test
    void gives_up_on_a_role_that_never_becomes_visible() throws CloudException {
        fixture.cloud.roles().seenByEcsAfter(Duration.ofDays(1));

        String failure =
                "REFUSED AssumeRoleError: role AliyunECSShareEncryptImageDefaultRole is missing, or its trust policy does not name the target, or the cloud does not see it everywhere yet | let an"
                        + " administrator run share-image create-role --accounts 2000000000000001, then run the same command again";
        assertThat(ReportText.of(apply(1))).isEqualTo("""
                        failed in cn-hongkong by 1000000000000001
                        role created
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 failed: %1$s
                        failure: %1$s""".formatted(failure));
        assertThat(fixture.time.elapsed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(65));
    }

    @Test
    void does_not_wait_for_a_role_that_has_existed_for_long() throws CloudException {
        trusted(1);
        fixture.cloud.script().refuse(Refusals.refused("ModifyImageSharePermission", "AssumeRoleError"));

        assertThat(apply(1).status().label()).isEqualTo("failed");
        assertThat(fixture.time.elapsed()).isZero();
    }

    @Test
    void loses_the_race_to_create_the_role_and_merges() throws CloudException {
        fixture.cloud
                .script()
                .before(
                        "CreateRole",
                        () -> fixture.cloud
                                .roles()
                                .overwrite(trusting(account(9)).json()));

        assertThat(ReportText.of(apply(1))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role updated
                        trust updated + 2000000000000009@ecs.aliyuncs.com, 2000000000000001@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared""");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(9), account(1)));
    }

    @Test
    void may_not_create_the_role() throws CloudException {
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "CreateRole"));

        String failure =
                "NOT_PERMITTED NoPermission: permission ram:CreateRole is missing: CreateRole is not permitted | ask your administrator to allow"
                        + " ram:CreateRole; share-image policy operator prints a policy";
        assertThat(ReportText.of(apply(1))).isEqualTo("""
                        failed in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 not-tried
                        failure: %s""".formatted(failure));
        assertThat(fixture.cloud.imageShares().now(HONGKONG, ENCRYPTED)).isEmpty();
    }

    @Test
    void a_publisher_shares_what_it_may_not_see() throws CloudException {
        trusted(1);
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "ListPoliciesForRole"));

        assertThat(ReportText.of(apply(1))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared
                        note: whether 1 target can use the image is not known: the role or its policies could not be read \
                        (GetRole is not permitted (ram:GetRole)); ask somebody who may read them to \
                        run share-image doctor""");
        assertThat(fixture.cloud.script().writes())
                .containsExactly("ModifyImageSharePermission m-encrypted1 +2000000000000001");
    }

    @ParameterizedTest
    @CsvSource({"GetRole, true", "GetRole, false", "ListPoliciesForRole, true", "ListPoliciesForRole, false"})
    void refuses_folders_if_it_cannot_read_whether_they_may_use_the_key(String call, boolean setup) {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());
        fixture.cloud.script().refuse(Refusals.forbidden("ram", call));
        ShareRequest request =
                new ShareRequest(HONGKONG, List.of(ENCRYPTED), toFolders(FOLDER), List.of(), false, setup);

        assertThatThrownBy(() -> fixture.service.share(request)).isInstanceOfSatisfying(CloudException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.NOT_PERMITTED);
            assertThat(e.missingAction()).contains("ram:" + call);
            assertThat(e.text())
                    .isEqualTo(
                            call + " is not permitted; without it, it is not known whether --folder"
                                    + " rd-1/r-1/fd-a could use the image, and Resource Sharing would share it anyway; --force does that");
        });
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void refuses_a_manifest_with_folders_if_it_cannot_read_whether_they_may_use_the_key() throws Exception {
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));
        Manifest manifest = ManifestReader.read(
                "m.yaml",
                "schemaVersion: 1\nregions: [{id: cn-hongkong, images: [{id: m-encrypted1, folders:"
                        + " [rd-1/r-1/fd-a]}]}]\n");

        assertThatThrownBy(() -> fixture.service.apply(new ApplyRequest(manifest, Map.of(), false, false, true)))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.missingAction()).contains("ram:GetRole"));

        Proposal forced = fixture.service.apply(new ApplyRequest(manifest, Map.of(), false, true, true));
        assertThat(forced.apply(fixture.progress()).notes())
                .anyMatch(note -> note.startsWith("whether 1 target can use"));
    }

    @Test
    void shares_with_a_folder_unseen_when_forced_and_says_so() throws CloudException {
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));
        Proposal proposal = fixture.service.share(
                new ShareRequest(HONGKONG, List.of(ENCRYPTED), toFolders(FOLDER), List.of(), true, true));

        assertThat(ReportText.of(proposal.preview().checks()))
                .contains("warn trust: whether the role trusts --folder rd-1/r-1/fd-a is not known: Resource"
                        + " Sharing shares the image with them anyway, and without the trust their"
                        + " members see the image but cannot use it | ask somebody who may read the role to run share-image doctor --folder"
                        + " rd-1/r-1/fd-a");
        assertThat(ReportText.of(proposal.apply(fixture.progress())))
                .contains("folder fd-a shared")
                .contains("note: whether 1 target can use the image is not known");
    }

    @Test
    void shares_a_plain_image_with_a_folder_whatever_may_be_seen_of_the_role() throws CloudException {
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));

        Report report = fixture.service
                .share(share(ServiceFixture.PLAIN, toFolders(FOLDER)))
                .apply(fixture.progress());

        assertThat(report.notes()).isEmpty();
        assertThat(report.status().label()).isEqualTo("succeeded");
    }

    @Test
    void changes_nothing_where_the_cloud_refuses_the_trust() throws CloudException {
        trusted(1);
        fixture.cloud.roles().detachAll();
        fixture.cloud
                .script()
                .refuse(Refusals.refused("UpdateRole", "InvalidParameter.NewAssumeRolePolicyDocument.Length"));

        assertThat(apply(2).role().action()).isEqualTo(RoleAction.UNCHANGED);
        assertThat(fixture.cloud.script().writes()).noneMatch(write -> write.startsWith("AttachPolicyToRole"));
    }

    @Test
    void does_not_guess_what_the_role_is_when_ram_is_down() {
        fixture.cloud.script().refuse(Refusals.unavailable("GetRole"));

        assertThatThrownBy(() -> fixture.service.share(share(ENCRYPTED, toAccounts(account(1)))))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @Test
    void needs_to_know_who_has_the_image() {
        fixture.cloud.script().refuse(Refusals.forbidden("ecs", "DescribeImageSharePermission"));

        assertThatThrownBy(() -> fixture.service.share(share(ENCRYPTED, toAccounts(account(1)))))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        e -> assertThat(e.missingAction()).contains("ecs:DescribeImageSharePermission"));
    }

    @Test
    void finishes_what_an_interrupted_run_began() throws CloudException {
        fixture.cloud.script().refuseOnce(Refusals.unavailable("AttachPolicyToRole"));
        assertThat(apply(2).status().label()).isEqualTo("failed");
        fixture.cloud.script().refuseOnce(Refusals.unavailable("ModifyImageSharePermission"));
        assertThat(apply(2).status().label()).isEqualTo("failed");

        assertThat(ReportText.of(apply(2))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared
                          account 2000000000000002 shared""");
    }

    @Test
    void restores_trust_that_another_writer_took_away_meanwhile() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
        for (int read = 1; read <= 2; read++) {
            fixture.cloud.script().before("GetRole", () -> {});
        }
        CountDownLatch shared = new CountDownLatch(1);
        fixture.cloud.script().after("ModifyImageSharePermission", shared::countDown);
        fixture.cloud.script().before("GetRole", () -> {
            await(shared);
            fixture.cloud.roles().overwrite(trusting(account(9), account(8)).json());
        });

        Report report = apply(1);

        assertThat(report.status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(9), account(8), account(1)));
        assertThat(fixture.steps).contains("the trust policy was overwritten by somebody else; merging again");
    }

    /** The write took effect, but another program's outdated copy can still overwrite it. */
    @Test
    void lets_a_write_of_the_trust_settle_though_its_answer_was_lost() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
        fixture.cloud.script().after("UpdateRole", () -> {
            throw Refusals.unavailable("UpdateRole");
        });

        Report report = apply(1);

        assertThat(report.status().label()).isEqualTo("succeeded");
        assertThat(report.trust().action()).isEqualTo(RoleAction.UPDATED);
        assertThat(fixture.steps)
                .anyMatch(step -> step.endsWith("to see that no other writer overwrote the trust policy"));
    }

    @Test
    void reports_what_became_of_every_account_when_the_trust_cannot_be_confirmed() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
        fixture.cloud
                .script()
                .after("UpdateRole", () -> fixture.cloud.script().refuse(Refusals.unavailable("GetRole")));

        String text = ReportText.of(apply(1));

        assertThat(text).isEqualTo("""
                        failed in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared
                        failure: UNAVAILABLE ServiceUnavailable: GetRole answered ServiceUnavailable | run the same \
                        command again: nothing is done twice""");
    }

    @Test
    void does_not_know_the_trust_after_a_lost_answer_that_nothing_makes_up_for() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
        fixture.cloud.script().after("UpdateRole", () -> {
            fixture.cloud.script().refuse(Refusals.unavailable("GetRole"));
            throw Refusals.unavailable("UpdateRole");
        });

        Report report = apply(1);

        assertThat(report.role().action()).isEqualTo(RoleAction.UNCHANGED);
        assertThat(report.trust()).isEqualTo(new Report.TrustResult(RoleAction.NOT_KNOWN, List.of(), List.of(), null));
    }

    @Test
    void knows_that_a_throttled_write_of_the_trust_changed_nothing() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
        fixture.cloud
                .script()
                .refuse(new CloudException(Kind.UNAVAILABLE, "UpdateRole", "Throttling.User", "slow down"));

        assertThat(apply(1).trust().action()).isEqualTo(RoleAction.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateRole", "AttachPolicyToRole"})
    void does_not_know_a_role_after_a_lost_answer(String call) throws CloudException {
        fixture.cloud.script().after(call, () -> {
            throw Refusals.unavailable(call);
        });

        Report report = apply(1);

        boolean created = call.equals("AttachPolicyToRole");
        assertThat(report.role().action()).isEqualTo(created ? RoleAction.CREATED : RoleAction.NOT_KNOWN);
        assertThat(report.trust().action()).isEqualTo(created ? RoleAction.UPDATED : RoleAction.NOT_KNOWN);
    }

    @Test
    void explains_a_trust_policy_that_is_too_long() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
        fixture.cloud.roles().longestTrust(200);

        assertThat(apply(3).failure())
                .extracting(failure -> failure == null ? "" : failure.code() + ": " + failure.message())
                .isEqualTo("InvalidParameter.NewAssumeRolePolicyDocument.Length: the trust policy is too long for the"
                        + " cloud: it would have 244 characters; it was not changed, and no image was shared");
    }

    @Test
    void ends_with_its_time_budget() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(9)).json());
        fixture.cloud.script().before("UpdateRole", () -> fixture.time.pass(Duration.ofMinutes(5)));

        Report report = apply(1);

        assertThat(report.failure()).extracting("kind", "code").containsExactly(Kind.UNAVAILABLE, "TimeBudget");
    }

    @Test
    void keeps_quota_errors_of_the_cloud() throws CloudException {
        trusted(1);
        fixture.cloud.script().refuse(Refusals.refused("ModifyImageSharePermission", "QuotaExceed.ShareImageUser"));

        assertThat(apply(1).failure())
                .extracting("code", "fix")
                .containsExactly(
                        "QuotaExceed.ShareImageUser",
                        "ask for a higher quota in Quota Center, or share with a folder or resource directory");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void trusted(int accounts) {
        fixture.cloud
                .roles()
                .existsWithTrust(trusting(accounts(1, accounts).toArray(AccountId[]::new))
                        .json());
    }

    private Report apply(int accounts) throws CloudException {
        return fixture.service
                .share(new ShareRequest(
                        HONGKONG, List.of(ENCRYPTED), toAccounts(accounts(1, accounts)), List.of(), false, true))
                .apply(fixture.progress());
    }
}
