package dev.shareimage.app.proposal;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.SUBFOLDER;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.toDirectory;
import static dev.shareimage.app.run.ServiceFixture.toFolders;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static dev.shareimage.app.run.ServiceFixture.unshare;
import static dev.shareimage.app.run.ServiceFixture.unshareAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.fake.ImageBuilder;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsharing images, and pruning trust that is no longer needed. */
class UnshareTest {

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A share names the folder by its id. The trust policy has the path that pruning removes. */
    @Test
    void a_folder_is_taken_away_without_looking_up_its_path() throws CloudException {
        group("rs-1", "fd-a");
        fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "GetFolder"));
        TargetQuery folder =
                new TargetQuery(List.of(), false, Optional.empty(), List.of(new FolderId("fd-a")), List.of());

        assertThat(apply(unshare(ENCRYPTED, folder, false)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.script().writes())
                .containsExactly("DisassociateResourceShare rs-1 fd-a", "DeleteResourceShare rs-1");
        assertThat(fixture.cloud.script().calls()).noneMatch(call -> call.startsWith("GetFolder"));
    }

    @Test
    void takes_accounts_away_and_keeps_the_trust() throws CloudException {
        shared(1, 3);

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toAccounts(account(1), account(9)), false))))
                .isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role not-needed
                        trust not-needed
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 unshared
                          account 2000000000000009 not-shared""");
        assertThat(fixture.cloud.script().writes())
                .containsExactly("ModifyImageSharePermission m-encrypted1 -2000000000000001");
        assertThat(fixture.cloud.script().calls()).noneMatch(call -> call.contains("Role"));
    }

    @Test
    void announces_the_consequence_before_the_change() throws CloudException {
        shared(1, 1);
        Proposal proposal = fixture.service.unshare(unshare(ENCRYPTED, toAccounts(account(1)), false));

        assertThat(proposal.warnings())
                .containsExactly("they can make no new instances; system disks of existing instances cannot be"
                        + " re-initialized, and instances made before 2024-06-30 may still depend on your key");
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        planned in cn-hongkong by 1000000000000001
                        role not-needed
                        trust not-needed
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 planned""");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void is_unchanged_where_nobody_has_it() throws CloudException {
        Proposal proposal = fixture.service.unshare(unshare(ENCRYPTED, toAccounts(account(1)), false));

        assertThat(proposal.warnings()).isEmpty();
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        unchanged in cn-hongkong by 1000000000000001
                        role not-needed
                        trust not-needed
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 not-shared""");
    }

    @Test
    void takes_all_away() throws CloudException {
        shared(1, 12);
        group("rs-1", "fd-a", "rd-1");

        Report report = apply(unshareAll(ENCRYPTED, false));

        assertThat(report.status().label()).isEqualTo("succeeded");
        assertThat(report.images().get(0).targets())
                .hasSize(14)
                .allMatch(target -> target.status().label().equals("unshared"));
        assertThat(fixture.cloud.imageShares().now(HONGKONG, ENCRYPTED)).isEmpty();
        assertThat(fixture.cloud.resourceShares().now()).isEmpty();
    }

    @Test
    void names_who_still_has_it_after_the_cloud_lost_a_removal() throws CloudException {
        shared(1, 2);
        fixture.cloud.imageShares().drop(account(2), 1);

        String failure = "REFUSED NotConfirmed: the cloud accepted the removal without an error, but the image is still"
                + " shared | read it again with share-image list-shares --region cn-hongkong --image-id m-encrypted1,"
                + " then repeat the command";
        assertThat(ReportText.of(apply(unshareAll(ENCRYPTED, true)))).isEqualTo("""
                        partial in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 unshared
                          account 2000000000000002 failed: %1$s
                        note: trust was not removed; to do that when the rest is done: share-image unshare --region \
                        cn-hongkong --image-id m-encrypted1 --accounts 2000000000000001,2000000000000002 --prune-trust
                        failure: %1$s""".formatted(failure));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void reads_a_list_that_lags_behind_the_removal_again_and_then_prunes(int looks) throws CloudException {
        shared(1, 2);
        fixture.cloud.imageShares().lag(looks);

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toAccounts(account(1)), true))))
                .isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated - 2000000000000001@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 unshared""");
        assertThat(fixture.cloud.imageShares().now(HONGKONG, ENCRYPTED)).containsExactly(account(2));
    }

    @Test
    void does_not_take_one_list_without_the_image_for_nobody_has_it() throws CloudException {
        shared(1, 2);
        fixture.cloud.script().refuse(Refusals.notFound("DescribeImageSharePermission", "InvalidImageId.NotFound"));

        for (UnshareRequest request :
                List.of(unshareAll(ENCRYPTED, true), unshare(ENCRYPTED, toAccounts(account(1)), true))) {
            assertThatThrownBy(() -> fixture.service.unshare(request))
                    .isInstanceOfSatisfying(
                            CloudException.class, e -> assertThat(e.code()).isEqualTo("InvalidImageId.NotFound"));
        }
    }

    @Test
    void does_not_say_that_nobody_has_it_where_that_could_not_be_read() {
        fixture.cloud.script().refuse(Refusals.unavailable("ListResourceShareAssociations"));

        assertThatThrownBy(() -> fixture.service.unshare(unshareAll(ENCRYPTED, true)))
                .isInstanceOf(CloudException.class);
    }

    @Test
    void says_how_to_finish_a_prune_when_there_is_nobody_left_to_take_the_image_from() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());

        assertThat(fixture.service
                        .unshare(unshareAll(ENCRYPTED, true))
                        .preview()
                        .notes())
                .singleElement()
                .asString()
                .startsWith("the image is shared with nobody, so no trust is removed;");
    }

    @Test
    void takes_a_folder_out_of_the_share_and_keeps_the_others_in_it() throws CloudException {
        group("rs-1", "fd-a", "fd-b");

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toFolders(FOLDER), false))))
                .isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role not-needed
                        trust not-needed
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          folder fd-a unshared
                        note: image m-encrypted1 is still shared with fd-b through Resource Sharing: its members keep access""");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-b]");
    }

    @Test
    void says_beforehand_what_still_reaches_an_account_that_has_no_direct_share() throws CloudException {
        group("rs-1", "fd-a");
        String note = "image m-encrypted1 is still shared with fd-a through Resource Sharing: its members keep access";

        assertThat(fixture.service
                        .unshare(unshare(ENCRYPTED, toAccounts(account(1)), false))
                        .preview()
                        .notes())
                .containsExactly(note);
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));
        assertThat(fixture.service
                        .unshare(unshare(ENCRYPTED, toAccounts(account(1)), false))
                        .preview()
                        .notes())
                .containsExactly(note);
    }

    @Test
    void does_not_claim_to_have_taken_away_what_somebody_elses_share_gives() throws CloudException {
        group("rs-1", "2000000000000001");

        Report report = apply(unshare(ENCRYPTED, toAccounts(account(1)), false));

        assertThat(report.images().get(0).targets())
                .containsExactly(new Report.TargetResult("account", "2000000000000001", TargetStatus.NOT_SHARED, null));
        assertThat(report.notes())
                .containsExactly(
                        "image m-encrypted1 is still shared with 2000000000000001 through Resource Sharing: its members keep access");
    }

    @Test
    void deletes_its_share_when_nobody_is_left_in_it() throws CloudException {
        group("rs-1", "fd-a");
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 2));

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toFolders(FOLDER), false))))
                .endsWith("note: image m-encrypted1 is still shared with 2 accounts directly");
        assertThat(fixture.cloud.script().writes())
                .containsExactly("DisassociateResourceShare rs-1 fd-a", "DeleteResourceShare rs-1");
    }

    @Test
    void waits_until_the_target_has_left() throws CloudException {
        group("rs-1", "fd-a");
        fixture.cloud.resourceShares().needs(3);

        assertThat(apply(unshare(ENCRYPTED, toFolders(FOLDER), false)).status().label())
                .isEqualTo("succeeded");
        assertThat(fixture.time.elapsed()).isPositive();
    }

    @Test
    void keeps_a_share_that_somebody_else_made() throws CloudException {
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", "by-hand", List.of("m-encrypted1"), List.of("fd-a"));

        assertThat(apply(unshare(ENCRYPTED, toFolders(FOLDER), false)).status().label())
                .isEqualTo("succeeded");
        assertThat(fixture.cloud.script().writes()).containsExactly("DisassociateResourceShare rs-1 fd-a");
    }

    @Test
    void leaves_a_share_alone_that_carries_other_things_too() throws CloudException {
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, "rs-1", "by-hand", List.of("m-encrypted1", "m-other"), List.of("fd-a"));

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toFolders(FOLDER), false))))
                .endsWith("failure: REFUSED OtherResourcesInShare: resource share rs-1 contains other resources"
                        + " too, and this would remove access to those as well | remove the image from it by hand: aliyun resourcesharing"
                        + " DisassociateResourceShare --region cn-hongkong --ResourceShareId rs-1 --Resources.1.ResourceId"
                        + " m-encrypted1 --Resources.1.ResourceType Image");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void has_nothing_to_take_from_a_target_that_failed_in_a_share_that_carries_other_things_too()
            throws CloudException {
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", "by-hand", List.of("m-encrypted1", "m-other"), List.of());
        fixture.cloud.resourceShares().fail("fd-a", "LimitExceeded");
        fixture.cloud.resourceShares().associateTargets(HONGKONG, "rs-1", List.of("fd-a"));

        Proposal proposal = fixture.service.unshare(unshareAll(ENCRYPTED, false));

        assertThat(proposal.changesNothing()).isTrue();
        assertThat(proposal.preview().status().label()).isEqualTo("unchanged");
    }

    @Test
    void says_that_the_image_is_not_there() throws CloudException {
        Proposal proposal = fixture.service.unshare(unshare(new ImageId("m-absent"), toAccounts(account(1)), true));

        assertThat(ReportText.of(proposal.preview().checks()))
                .isEqualTo(
                        "fail image-found: image m-absent is not in cn-hongkong, or you may not see it | check the id"
                                + " and --region: image ids are valid in one region only; share-image list-shares --all-images"
                                + " --region cn-hongkong; share-image verify --region cn-hongkong shows those that others"
                                + " share with you");
        assertThat(proposal.preview().status().label()).isEqualTo("failed");
        assertThatThrownBy(() -> proposal.apply(fixture.progress())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void says_that_the_image_is_somebody_elses() throws CloudException {
        fixture.cloud.images().change(HONGKONG, ENCRYPTED, UnshareTest::received);

        assertThat(ReportText.of(fixture.service
                        .unshare(unshare(ENCRYPTED, toAccounts(account(1)), false))
                        .preview()
                        .checks()))
                .startsWith("fail image-owner: image m-encrypted1 belongs to another account;");
    }

    @Test
    void cannot_tell_whether_an_old_image_is_encrypted() throws CloudException {
        fixture.cloud.images().change(HONGKONG, ENCRYPTED, UnshareTest::old);
        fixture.cloud.script().refuse(Refusals.forbidden("ecs", "DescribeSnapshots"));

        assertThat(apply(unshare(ENCRYPTED, toAccounts(account(1)), false))
                        .images()
                        .get(0)
                        .encrypted())
                .isNull();
    }

    @Test
    void prunes_the_trust_that_nobody_needs() throws CloudException {
        shared(1, 2);

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toAccounts(account(1)), true))))
                .isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated - 2000000000000001@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 unshared""");
        assertThat(fixture.cloud.script().writes())
                .containsExactly(
                        "ModifyImageSharePermission m-encrypted1 -2000000000000001",
                        "UpdateRole " + trusting(account(2)).json());
    }

    @Test
    void prunes_nothing_of_statements_with_conditions_of_others() throws CloudException {
        String foreign = "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":"
                + "[\"2000000000000001@ecs.aliyuncs.com\"]},\"Condition\":{\"IpAddress\":{\"acs:SourceIp\":"
                + "\"203.0.113.7\"}}}";
        shared(1, 2);
        fixture.cloud
                .roles()
                .existsWithTrust(trusting(account(1), account(2))
                        .json()
                        .replace("\"Statement\":[", "\"Statement\":[" + foreign + ","));

        apply(unshare(ENCRYPTED, toAccounts(account(1)), true));

        assertThat(fixture.cloud.roles().trustDocument())
                .isEqualTo(trusting(account(2)).json().replace("\"Statement\":[", "\"Statement\":[" + foreign + ","));
    }

    @Test
    void falls_back_to_the_own_account_when_nobody_is_left() throws CloudException {
        shared(1, 1);

        apply(unshareAll(ENCRYPTED, true));

        assertThat(fixture.cloud.roles().trust())
                .isEqualTo(TrustPolicy.ofOwnAccount(new AccountId("1000000000000001")));
    }

    @Test
    void keeps_the_members_beside_the_statements_when_nobody_is_left() throws CloudException {
        shared(1, 1);
        String members = ",\"Note\":\"of others\"}";
        fixture.cloud.roles().existsWithTrust(before(trusting(account(1)), members));

        apply(unshareAll(ENCRYPTED, true));

        assertThat(fixture.cloud.roles().trustDocument())
                .isEqualTo(before(TrustPolicy.ofOwnAccount(new AccountId("1000000000000001")), members));
    }

    @Test
    void writes_nothing_into_a_policy_that_trusted_nobody_before() throws CloudException {
        shared(1, 1);
        fixture.cloud.roles().existsWithTrust(TrustPolicy.empty().json());

        Report report = apply(unshareAll(ENCRYPTED, true));

        assertThat(ReportText.of(report)).contains("trust unchanged");
        assertThat(fixture.cloud.roles().trustDocument())
                .isEqualTo(TrustPolicy.empty().json());
    }

    @Test
    void keeps_the_trust_that_an_image_of_another_region_needs() throws CloudException {
        shared(1, 1);
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud.imageShares().put(SINGAPORE, other, accounts(1, 1));

        assertThat(ReportText.of(apply(unshareAll(ENCRYPTED, true)))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 unshared
                        note: the trust in 2000000000000001 is kept: image m-other1 in ap-southeast-1 needs it""");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(1)));
    }

    @Test
    void needs_no_trust_for_plain_images() throws CloudException {
        shared(1, 1);
        fixture.cloud.imageShares().put(HONGKONG, ServiceFixture.PLAIN, accounts(1, 1));

        assertThat(apply(unshareAll(ENCRYPTED, true)).trust().action()).isEqualTo(RoleAction.UPDATED);
    }

    @Test
    void keeps_the_trust_where_a_region_cannot_be_read() throws CloudException {
        shared(1, 1);
        fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud.script().refuse(Refusals.forbidden("ecs", "DescribeRegions"));

        assertThat(ReportText.of(apply(unshareAll(ENCRYPTED, true))))
                .endsWith("note: the trust in 2000000000000001 is kept: not every region could be read"
                        + " (DescribeRegions is not permitted (ecs:DescribeRegions))");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(1)));
    }

    @Test
    void an_image_that_is_deleted_during_the_scan_keeps_no_trust() throws CloudException {
        shared(1, 1);
        ImageId gone = fixture.cloud.images().put(SINGAPORE, "m-gone1", "key-2");
        fixture.cloud.regions().only(SINGAPORE);
        fixture.cloud.script().after("DescribeImages", () -> {});
        fixture.cloud
                .script()
                .after("DescribeImages", () -> fixture.cloud.images().remove(SINGAPORE, gone));

        assertThat(apply(unshareAll(ENCRYPTED, true)).trust().action()).isEqualTo(RoleAction.UPDATED);
        assertThat(fixture.cloud.roles().trust().accounts()).isEmpty();
    }

    @Test
    void keeps_the_trust_in_a_folder_where_resource_shares_cannot_be_read() throws CloudException {
        group("rs-1", "fd-a");
        fixture.cloud
                .roles()
                .existsWithTrust(
                        TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))).json());
        fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        Proposal proposal = proposalWhileSingaporeIsForbidden();

        assertThat(ReportText.of(proposal.preview()))
                .endsWith("note: the trust in fd-a is kept: not every region could be read (ap-southeast-1"
                        + " (NoPermission, resourcesharing:ListResourceShareAssociations))");
    }

    @Test
    void keeps_the_trust_in_a_directory_that_a_folder_of_another_image_needs() throws CloudException {
        group("rs-1", "rd-1");
        ImageId other = fixture.cloud.images().put(HONGKONG, "m-other1", "key-1");
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, "rs-2", "share-image-m-other1", List.of(other.value()), List.of("fd-b"));
        fixture.cloud
                .roles()
                .existsWithTrust(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY)))
                        .json());

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toDirectory(), true))))
                .endsWith("note: the trust in rd-1 is kept: image m-other1 in cn-hongkong needs it");
    }

    @Test
    void prunes_the_trust_in_a_directory_beside_a_folder_that_has_its_own() throws CloudException {
        group("rs-1", "rd-1");
        ImageId other = fixture.cloud.images().put(HONGKONG, "m-other1", "key-1");
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, "rs-2", "share-image-m-other1", List.of(other.value()), List.of("fd-b"));
        TrustPolicy folder = TrustPolicy.of(List.of(new ShareTarget.Folder(SUBFOLDER)));
        fixture.cloud
                .roles()
                .existsWithTrust(folder.with(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY)))
                        .json());

        apply(unshare(ENCRYPTED, toDirectory(), true));

        assertThat(fixture.cloud.roles().trust()).isEqualTo(folder);
    }

    @Test
    void keeps_the_trust_in_a_folder_whose_members_have_another_image_through_the_directory() throws CloudException {
        group("rs-1", "fd-b");
        ImageId other = fixture.cloud.images().put(HONGKONG, "m-other1", "key-1");
        fixture.cloud.resourceShares().put(HONGKONG, "rs-2", "of-others", List.of(other.value()), List.of("rd-1"));
        TrustPolicy folder = TrustPolicy.of(List.of(new ShareTarget.Folder(SUBFOLDER)));
        fixture.cloud.roles().existsWithTrust(folder.json());

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toFolders(SUBFOLDER), true))))
                .endsWith("note: the trust in fd-b is kept: image m-other1 in cn-hongkong needs it");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(folder);
    }

    @Test
    void keeps_the_trust_when_the_image_is_shared_again_meanwhile() throws CloudException {
        shared(1, 1);
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud
                .script()
                .after(
                        "ModifyImageSharePermission",
                        () -> fixture.cloud.imageShares().put(SINGAPORE, other, accounts(1, 1)));

        assertThat(apply(unshareAll(ENCRYPTED, true)).trust().action()).isEqualTo(RoleAction.UNCHANGED);
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(1)));
    }

    /** The read before the write is too early to notice that. */
    @Test
    void puts_back_the_trust_of_who_got_an_image_though_the_prune_failed_after_its_write() throws CloudException {
        shared(1, 2);
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud.script().after("UpdateRole", () -> {
            fixture.cloud.imageShares().put(SINGAPORE, other, accounts(1, 1));
            fixture.cloud.script().refuseOnce(Refusals.unavailable("GetRole"));
        });

        Report report = apply(unshareAll(ENCRYPTED, true));

        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(fixture.cloud.roles().trust().accounts()).containsExactly(account(1));
    }

    @Test
    void puts_back_the_trust_of_who_got_an_image_while_it_was_taken_out() throws CloudException {
        shared(1, 2);
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud
                .script()
                .before("UpdateRole", () -> fixture.cloud.imageShares().put(SINGAPORE, other, accounts(1, 1)));

        assertThat(ReportText.of(apply(unshareAll(ENCRYPTED, true)))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated + acs:ram::1000000000000001:root - 2000000000000002@ecs.aliyuncs.com
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 unshared
                          account 2000000000000002 unshared
                        note: the trust in 2000000000000001 is kept: image m-other1 in ap-southeast-1 needs it""");
        assertThat(fixture.cloud.roles().trust().accounts()).containsExactly(account(1));
    }

    @Test
    void puts_back_the_trust_of_a_folder_that_is_known_by_its_id_alone() throws CloudException {
        group("rs-1", "fd-b");
        fixture.cloud
                .roles()
                .existsWithTrust(TrustPolicy.of(List.of(new ShareTarget.Folder(SUBFOLDER)))
                        .json());
        ImageId other = fixture.cloud.images().put(HONGKONG, "m-other1", "key-1");
        fixture.cloud
                .script()
                .before(
                        "UpdateRole",
                        () -> fixture.cloud
                                .resourceShares()
                                .put(
                                        HONGKONG,
                                        "rs-2",
                                        "share-image-m-other1",
                                        List.of(other.value()),
                                        List.of("fd-b")));

        apply(unshareAll(ENCRYPTED, true));

        assertThat(fixture.cloud.roles().trust().covers(new ShareTarget.Folder(SUBFOLDER)))
                .isTrue();
    }

    @Test
    void says_so_when_somebody_keeps_writing_the_trust_back() throws CloudException {
        shared(1, 2);
        String before = trusting(account(1), account(2)).json();
        fixture.cloud.script().always("GetRole", () -> fixture.cloud.roles().overwrite(before));

        assertThat(ReportText.of(apply(unshare(ENCRYPTED, toAccounts(account(1)), true))))
                .isEqualTo("""
                        failed in cn-hongkong by 1000000000000001
                        role unchanged
                        trust updated
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 unshared
                        failure: UNAVAILABLE TrustPolicyContended: other writers keep overwriting the trust policy; run \
                        the command again when they are done | run the same command again: nothing is done twice""");
    }

    @Test
    void prunes_nobody_who_was_not_shown() throws CloudException {
        shared(1, 2);
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud.imageShares().put(SINGAPORE, other, accounts(2, 2));
        fixture.cloud
                .script()
                .after(
                        "ModifyImageSharePermission",
                        () -> fixture.cloud.imageShares().remove(SINGAPORE, other, accounts(2, 2)));

        assertThat(apply(unshareAll(ENCRYPTED, true)).trust().removed())
                .containsExactly("2000000000000001@ecs.aliyuncs.com");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(2)));
    }

    @Test
    void never_writes_a_policy_for_any_account_again() throws CloudException {
        shared(1, 1);
        String open = trusting(account(1)).json().replace("2000000000000001", "*");
        fixture.cloud.roles().existsWithTrust(open);

        assertThat(ReportText.of(apply(unshareAll(ENCRYPTED, true))))
                .endsWith("note: the trust is kept: it has a statement that trusts every account, and such a policy is"
                        + " never written; use set-trust --replace");
        assertThat(fixture.cloud.roles().trustDocument()).isEqualTo(open);
    }

    @Test
    void keeps_a_trust_that_it_may_not_read() throws CloudException {
        shared(1, 1);
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));

        assertThat(ReportText.of(apply(unshareAll(ENCRYPTED, true))))
                .endsWith("note: the trust is kept: the role or its trust policy could not be read (GetRole is not"
                        + " permitted (ram:GetRole))");
    }

    private Proposal proposalWhileSingaporeIsForbidden() throws CloudException {
        fixture.cloud.regions().only(SINGAPORE);
        fixture.cloud.script().before("ListResourceShareAssociations", () -> {});
        fixture.cloud.script().before("ListResourceShareAssociations", () -> {});
        fixture.cloud.script().refuseOnce(Refusals.forbidden("resourcesharing", "ListResourceShareAssociations"));
        return fixture.service.unshare(unshare(ENCRYPTED, toFolders(FOLDER), true));
    }

    /** Shares the image with the accounts of these numbers, and trusts them. */
    private void shared(int from, int to) {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(from, to));
        fixture.cloud
                .roles()
                .existsWithTrust(
                        trusting(accounts(from, to).toArray(AccountId[]::new)).json());
    }

    /** The policy with these characters in place of its last brace. */
    private static String before(TrustPolicy policy, String end) {
        return policy.json().replaceFirst("}$", end);
    }

    private void group(String id, String... targets) {
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, id, "share-image-m-encrypted1", List.of("m-encrypted1"), List.of(targets));
    }

    private Report apply(UnshareRequest request) throws CloudException {
        return fixture.service.unshare(request).apply(fixture.progress());
    }

    private static Image received(Image image) {
        return ImageBuilder.like(image)
                .owner("others", new AccountId("1000000000000002"))
                .build();
    }

    private static Image old(Image image) {
        return ImageBuilder.like(image)
                .disks(List.of(new Image.Disk("s-encrypted1", null)))
                .build();
    }
}
