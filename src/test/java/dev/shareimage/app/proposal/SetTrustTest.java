package dev.shareimage.app.proposal;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.toDirectory;
import static dev.shareimage.app.run.ServiceFixture.toFolders;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TrustMode;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of the trust policy, and creation of the role. */
class SetTrustTest {

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void merges() throws CloudException {
        roleTrusts(trusting(account(1)));

        assertThat(ReportText.of(apply(toAccounts(accounts(1, 2)), TrustMode.MERGE)))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000002@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(1), account(2)));
    }

    @Test
    void writes_nothing_where_the_trust_is_there() throws CloudException {
        roleTrusts(trusting(account(1)));
        Proposal proposal = fixture.service.setTrust(toAccounts(account(1)), TrustMode.MERGE, false);

        assertThat(proposal.changesNothing()).isTrue();
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        unchanged in null by 1000000000000001
                        role unchanged
                        trust unchanged
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(ReportText.of(proposal.apply(fixture.progress()))).startsWith("unchanged");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void replaces_and_says_who_loses_what() throws CloudException {
        roleTrusts(trusting(account(1), account(2)).with(List.of(new ShareTarget.Folder(FOLDER))));
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud.resourceShares().put(SINGAPORE, "rs-1", "by-hand", List.of(other.value()), List.of("fd-a"));

        Proposal proposal = fixture.service.setTrust(toAccounts(account(3)), TrustMode.REPLACE, false);

        assertThat(proposal.warnings())
                .containsExactly(
                        "2000000000000001@ecs.aliyuncs.com will lose the use of your keys and still have image m-encrypted1 in"
                                + " cn-hongkong",
                        "2000000000000002@ecs.aliyuncs.com, *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]"
                                + " will lose the use of your keys and still have image m-other1 in ap-southeast-1");
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        planned in null by 1000000000000001
                        role unchanged
                        trust planned + 2000000000000003@ecs.aliyuncs.com - 2000000000000001@ecs.aliyuncs.com, \
                        2000000000000002@ecs.aliyuncs.com, *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(proposal.apply(fixture.progress()).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(3)));
    }

    @Test
    void says_in_one_line_who_loses_the_key_of_the_same_images() throws CloudException {
        roleTrusts(trusting(accounts(1, 5).toArray(AccountId[]::new)));
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 3));
        fixture.cloud.imageShares().put(SINGAPORE, other, accounts(1, 2));

        assertThat(fixture.service
                        .setTrust(toAccounts(accounts(1, 5)), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "2000000000000001@ecs.aliyuncs.com, 2000000000000002@ecs.aliyuncs.com will lose the use of your keys"
                                + " and still have image m-other1 in ap-southeast-1; image m-encrypted1 in cn-hongkong",
                        "2000000000000003@ecs.aliyuncs.com will lose the use of your keys and still have image m-encrypted1"
                                + " in cn-hongkong",
                        "2000000000000004@ecs.aliyuncs.com, 2000000000000005@ecs.aliyuncs.com will lose the use of"
                                + " your keys");
    }

    @Test
    void says_that_a_directory_loses_an_image() throws CloudException {
        roleTrusts(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY))));
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, "rs-1", "share-image-m-encrypted1", List.of("m-encrypted1"), List.of("rd-1"));

        assertThat(fixture.service
                        .setTrust(toDirectory(), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly("*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1] will lose the use of your keys and"
                        + " still have image m-encrypted1 in cn-hongkong");
    }

    @Test
    void names_the_images_of_accounts_that_have_the_key_as_members_alone() throws CloudException {
        roleTrusts(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY)))
                .with(List.of(new ShareTarget.Account(account(3)))));
        fixture.cloud.directory().member(account(3), FOLDER.value());
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(2, 4));

        assertThat(fixture.service
                        .setTrust(toDirectory(), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1] will lose the use of your keys",
                        "2000000000000002 will lose the use of your keys, which came from membership and"
                                + " another statement, and still have image m-encrypted1 in cn-hongkong");
    }

    @Test
    void names_the_images_that_a_folder_has_through_the_directory() throws CloudException {
        roleTrusts(TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))));
        sharedWithTheDirectory();

        assertThat(fixture.service
                        .setTrust(toFolders(FOLDER), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*] will lose the use of your"
                                + " keys and still have image m-encrypted1 in cn-hongkong");
    }

    @Test
    void names_the_images_that_an_account_has_through_the_directory() throws CloudException {
        roleTrusts(trusting(account(2), account(3)));
        sharedWithTheDirectory();

        assertThat(fixture.service
                        .setTrust(toAccounts(accounts(2, 3)), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "2000000000000002@ecs.aliyuncs.com will lose the use of your keys and still have image"
                                + " m-encrypted1 in cn-hongkong",
                        "2000000000000003@ecs.aliyuncs.com will lose the use of your keys");
    }

    @Test
    void an_account_that_may_have_an_image_through_the_directory_may_lose_it() throws CloudException {
        roleTrusts(trusting(account(1)));
        sharedWithTheDirectory();
        fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));

        assertThat(fixture.service
                        .setTrust(toAccounts(account(1)), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "2000000000000001@ecs.aliyuncs.com may lose the use of your keys, and image m-encrypted1 in"
                                + " cn-hongkong stays shared: their place in the resource directory, or whether a condition is met,"
                                + " is not known");
    }

    @Test
    void an_account_that_the_directory_covers_loses_nothing_it_has_through_it() throws CloudException {
        roleTrusts(trusting(account(1)).with(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY))));
        fixture.cloud.directory().member(account(1), FOLDER.value());
        sharedWithTheDirectory();

        assertThat(fixture.service
                        .setTrust(toAccounts(account(1)), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "2000000000000001@ecs.aliyuncs.com will be removed, but keep the use of your keys through"
                                + " another statement");
    }

    @Test
    void says_who_may_lose_the_key_where_members_cannot_be_read() throws CloudException {
        roleTrusts(TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))));
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(2, 2));
        fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));

        assertThat(fixture.service
                        .setTrust(toAccounts(account(9)), TrustMode.REPLACE, false)
                        .warnings())
                .containsExactly(
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*] will lose the use of your keys",
                        "2000000000000002 may lose the use of your keys, and image m-encrypted1 in"
                                + " cn-hongkong stays shared: their place in the resource directory, or"
                                + " whether a condition is met, is not known");
    }

    @Test
    void puts_certain_losses_first_and_the_possible_ones_of_an_image_on_one_line() throws CloudException {
        roleTrusts(TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER)))
                .with(List.of(new ShareTarget.Account(account(9)))));
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 9));
        ImageId other = fixture.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        fixture.cloud.imageShares().put(SINGAPORE, other, accounts(1, 5));
        fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));

        Proposal proposal = fixture.service.setTrust(toAccounts(account(99)), TrustMode.REPLACE, false);

        String notKnown = " stays shared: their place in the resource directory, or whether a condition is met, is"
                + " not known";
        String five = "2000000000000001, 2000000000000002, 2000000000000003, 2000000000000004, 2000000000000005";
        String first = "*@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*] will lose the use of your keys";
        String second =
                "2000000000000009@ecs.aliyuncs.com will lose the use of your keys and still have image m-encrypted1"
                        + " in cn-hongkong";
        String last = five + " may lose the use of your keys, and image m-other1 in ap-southeast-1" + notKnown;
        assertThat(proposal.briefWarnings())
                .containsExactlyInAnyOrder(
                        first,
                        second,
                        five + " and 3 more (-v shows all) may lose the use of your keys, and image m-encrypted1 in"
                                + " cn-hongkong" + notKnown,
                        last);
        assertThat(proposal.briefWarnings().subList(0, 2)).containsExactlyInAnyOrder(first, second);
        assertThat(proposal.warnings())
                .containsExactlyInAnyOrder(
                        first,
                        second,
                        five + ", 2000000000000006, 2000000000000007, 2000000000000008 may lose the use of your keys,"
                                + " and image m-encrypted1 in cn-hongkong" + notKnown,
                        last);
    }

    @Test
    void does_not_say_that_somebody_loses_what_another_statement_gives() throws CloudException {
        roleTrusts(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY)))
                .with(List.of(new ShareTarget.Account(account(2)))));
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(2, 2));

        assertThat(fixture.service
                        .setTrust(toAccounts(account(2)), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly("2000000000000002@ecs.aliyuncs.com will be removed, but keep the use of your"
                        + " keys through another statement");
    }

    @Test
    void finds_the_losers_of_a_condition_with_several_values() throws CloudException {
        fixture.cloud
                .roles()
                .existsWithTrust(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY)))
                        .json()
                        .replace("\"rd-1\"", "[\"rd-1\",\"rd-2\"]"));
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, "rs-1", "share-image-m-encrypted1", List.of("m-encrypted1"), List.of("rd-1"));

        assertThat(fixture.service
                        .setTrust(toAccounts(account(1)), TrustMode.REPLACE, false)
                        .warnings())
                .containsExactly(
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1|rd-2] will lose the use of your keys and"
                                + " still have image m-encrypted1 in cn-hongkong");
    }

    @Test
    void says_where_it_could_not_look_for_losers() throws CloudException {
        roleTrusts(trusting(account(1)));
        fixture.cloud.regions().only(SINGAPORE);
        fixture.cloud.script().refuse(Refusals.forbidden("ecs", "DescribeImages"));

        assertThat(fixture.service
                        .setTrust(toAccounts(account(1)), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "2000000000000001@ecs.aliyuncs.com will lose the use of your keys",
                        "the affected images could not be read everywhere: ap-southeast-1 (NoPermission,"
                                + " ecs:DescribeImages)");
    }

    @Test
    void says_where_it_could_not_look_for_groups() throws CloudException {
        roleTrusts(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(ServiceFixture.DIRECTORY))));
        fixture.cloud.regions().only(HONGKONG);
        fixture.cloud.script().refuse(Refusals.forbidden("resourcesharing", "ListResourceShareAssociations"));

        assertThat(fixture.service
                        .setTrust(toDirectory(), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1] will lose the use of your keys",
                        "the affected images could not be read everywhere: cn-hongkong (NoPermission,"
                                + " resourcesharing:ListResourceShareAssociations)");
    }

    @Test
    void removes_down_to_the_own_account() throws CloudException {
        roleTrusts(trusting(account(1)));

        assertThat(ReportText.of(apply(toAccounts(account(1)), TrustMode.REMOVE)))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role unchanged
                        trust updated + acs:ram::1000000000000001:root - 2000000000000001@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess unchanged""");
    }

    @Test
    void removes_nobody_who_is_not_there() throws CloudException {
        roleTrusts(trusting(account(1)));

        assertThat(fixture.service
                        .setTrust(toAccounts(account(2)), TrustMode.REMOVE, false)
                        .changesNothing())
                .isTrue();
    }

    @Test
    void needs_a_role() throws CloudException {
        Proposal proposal = fixture.service.setTrust(toAccounts(account(1)), TrustMode.MERGE, false);

        assertThat(ReportText.of(proposal.preview().checks()))
                .isEqualTo("fail role: role AliyunECSShareEncryptImageDefaultRole is missing | share-image create-role"
                        + " --accounts 2000000000000001");
        assertThat(proposal.preview().status().label()).isEqualTo("failed");
        assertThatThrownBy(() -> proposal.apply(fixture.progress())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void adds_nothing_to_a_policy_for_any_account() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json().replace("2000000000000001", "*"));

        assertThat(fixture.service
                        .setTrust(toAccounts(account(1)), TrustMode.MERGE, false)
                        .preview()
                        .status()
                        .label())
                .isEqualTo("failed");
        assertThat(fixture.service
                        .setTrust(toAccounts(account(1)), TrustMode.REMOVE, false)
                        .preview()
                        .status()
                        .label())
                .isEqualTo("failed");
    }

    @Test
    void replaces_a_policy_for_any_account() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json().replace("2000000000000001", "*"));

        assertThat(apply(toAccounts(account(1)), TrustMode.REPLACE).status().label())
                .isEqualTo("succeeded");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "{}", "{\"バージョン\":\"1\"}", "{\"Statement\":[1]}"})
    void repairs_an_unreadable_policy_by_replacing(String damaged) throws CloudException {
        fixture.cloud.roles().existsWithTrust(damaged);

        assertThat(ReportText.of(apply(toAccounts(account(1)), TrustMode.REPLACE)))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(fixture.cloud.roles().trustDocument())
                .isEqualTo(trusting(account(1)).json());
    }

    @Test
    void lets_the_cloud_decide_about_the_length() throws CloudException {
        roleTrusts(trusting(account(1)));

        for (TrustMode mode : List.of(TrustMode.MERGE, TrustMode.REPLACE)) {
            Proposal proposal = fixture.service.setTrust(toAccounts(accounts(1, 60)), mode, false);

            assertThat(ReportText.of(proposal.preview().checks()))
                    .contains("warn trust-size: the trust policy would have 2260 characters; the cloud's limit is"
                            + " not documented");
            assertThat(proposal.plan().steps()).hasSize(1);
        }
    }

    @Test
    void promises_nothing_about_the_policy_that_it_does_not_touch() throws CloudException {
        roleTrusts(trusting(account(1)));
        fixture.cloud.roles().detachAll();

        assertThat(ReportText.of(fixture.service
                        .setTrust(toAccounts(account(2)), TrustMode.MERGE, false)
                        .preview()
                        .checks()))
                .contains(
                        "warn policy: policy AliyunKMSFullAccess is not attached to the role | share-image create-role");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void creates_the_role_with_the_consoles_trust() throws CloudException {
        assertThat(ReportText.of(
                        fixture.service.createRole(TargetQuery.NONE, false).apply(fixture.progress())))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role created
                        trust updated + acs:ram::1000000000000001:root
                        policy AliyunKMSFullAccess attached""");
        assertThat(fixture.service.createRole(TargetQuery.NONE, false).changesNothing())
                .isTrue();
    }

    @Test
    void creates_the_role_with_its_targets() throws CloudException {
        assertThat(ReportText.of(
                        fixture.service.createRole(toFolders(FOLDER), false).preview()))
                .isEqualTo("""
                        planned in null by 1000000000000001
                        role planned
                        trust planned + *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]
                        policy AliyunKMSFullAccess planned""");
        fixture.service.createRole(toFolders(FOLDER), false).apply(fixture.progress());
        assertThat(fixture.cloud.script().writes())
                .containsExactly(
                        "CreateRole "
                                + TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER)))
                                        .json(),
                        "AttachPolicyToRole AliyunKMSFullAccess");
    }

    @Test
    void completes_a_role_that_is_there() throws CloudException {
        roleTrusts(TrustPolicy.ofOwnAccount(new AccountId("1000000000000001")));
        fixture.cloud.roles().detachAll();

        assertThat(ReportText.of(fixture.service
                        .createRole(toAccounts(account(1)), false)
                        .apply(fixture.progress())))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role updated
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess attached""");
    }

    @Test
    void waits_for_a_role_that_is_not_seen_everywhere_yet() throws CloudException {
        fixture.cloud.script().refuseOnce(Refusals.notFound("AttachPolicyToRole", "EntityNotExist.Role"));
        fixture.cloud.script().refuseOnce(Refusals.notFound("AttachPolicyToRole", "EntityNotExist.Role"));

        assertThat(fixture.service
                        .createRole(TargetQuery.NONE, false)
                        .apply(fixture.progress())
                        .status()
                        .label())
                .isEqualTo("succeeded");
    }

    @Test
    void says_what_is_missing_to_read_the_role() {
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));

        assertThatThrownBy(() -> fixture.service.setTrust(toAccounts(account(1)), TrustMode.MERGE, false))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.missingAction()).contains("ram:GetRole"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void never_calls_a_policy_attached_that_could_not_be_read(boolean forbidden) {
        roleTrusts(trusting(account(1)));
        fixture.cloud.roles().detachAll();
        fixture.cloud
                .script()
                .refuse(
                        forbidden
                                ? Refusals.forbidden("ram", "ListPoliciesForRole")
                                : Refusals.unavailable("ListPoliciesForRole"));

        assertThatThrownBy(() -> fixture.service.createRole(toAccounts(account(1)), false))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        e -> assertThat(e.kind())
                                .isEqualTo(
                                        forbidden
                                                ? CloudException.Kind.NOT_PERMITTED
                                                : CloudException.Kind.UNAVAILABLE));
    }

    @Test
    void says_that_a_policy_is_not_known_that_could_not_be_read() throws CloudException {
        roleTrusts(trusting(account(1)));
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "ListPoliciesForRole"));

        Report changed = apply(toAccounts(account(2)), TrustMode.MERGE);
        assertThat(ReportText.of(changed)).startsWith("""
                        partial in null by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000002@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess not-known
                        failure: NOT_PERMITTED""");
        assertThat(fixture.cloud.roles().trust()).isEqualTo(trusting(account(1), account(2)));
        Report unchanged = fixture.service
                .setTrust(toAccounts(account(2)), TrustMode.MERGE, false)
                .preview();
        assertThat(ReportText.of(unchanged)).startsWith("""
                        failed in null by 1000000000000001
                        role unchanged
                        trust unchanged
                        policy AliyunKMSFullAccess not-known
                        failure: NOT_PERMITTED""");
    }

    @Test
    void calls_a_policy_attached_only_when_the_role_shows_it() throws CloudException {
        roleTrusts(trusting(account(1)));
        fixture.cloud.roles().detachAll();
        Proposal proposal = fixture.service.createRole(toAccounts(account(1)), false);
        fixture.cloud
                .script()
                .after("AttachPolicyToRole", () -> fixture.cloud.roles().detachAll());

        Report report = proposal.apply(fixture.progress());

        assertThat(ReportText.of(report)).startsWith("""
                        failed in null by 1000000000000001
                        role updated
                        trust unchanged
                        policy AliyunKMSFullAccess not-known
                        failure: UNAVAILABLE PolicyNotConfirmed""");
    }

    @Test
    void looks_again_where_the_role_appears_between_two_reads() throws CloudException {
        roleTrusts(trusting(account(1)));
        fixture.cloud.roles().detachAll();
        fixture.cloud.script().refuseOnce(Refusals.notFound("ListPoliciesForRole", "EntityNotExist.Role"));

        Report report =
                fixture.service.createRole(toAccounts(account(1)), false).apply(fixture.progress());

        assertThat(ReportText.of(report)).isEqualTo("""
                        succeeded in null by 1000000000000001
                        role updated
                        trust unchanged
                        policy AliyunKMSFullAccess attached""");
        assertThat(fixture.cloud.script().writes()).containsExactly("AttachPolicyToRole AliyunKMSFullAccess");
    }

    @Test
    void is_safe_to_repeat_where_the_role_is_not_shown_everywhere_yet() {
        roleTrusts(trusting(account(1)));
        fixture.cloud.script().refuse(Refusals.notFound("ListPoliciesForRole", "EntityNotExist.Role"));

        assertThatThrownBy(() -> fixture.service.createRole(toAccounts(account(1)), false))
                .isInstanceOfSatisfying(CloudException.class, e -> {
                    assertThat(e.kind()).isEqualTo(CloudException.Kind.UNAVAILABLE);
                    assertThat(e.code()).isEqualTo("RoleAppearing");
                });
    }

    private void sharedWithTheDirectory() {
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", "of-others", List.of(ENCRYPTED.value()), List.of("rd-1"));
    }

    private void roleTrusts(TrustPolicy trust) {
        fixture.cloud.roles().existsWithTrust(trust.json());
    }

    private Report apply(TargetQuery targets, TrustMode mode) throws CloudException {
        return fixture.service.setTrust(targets, mode, false).apply(fixture.progress());
    }
}
