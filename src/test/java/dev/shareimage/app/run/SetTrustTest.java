package dev.shareimage.app.run;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static dev.shareimage.app.run.Bench.ENCRYPTED;
import static dev.shareimage.app.run.Bench.FOLDER;
import static dev.shareimage.app.run.Bench.account;
import static dev.shareimage.app.run.Bench.accounts;
import static dev.shareimage.app.run.Bench.toAccounts;
import static dev.shareimage.app.run.Bench.toDirectory;
import static dev.shareimage.app.run.Bench.toFolders;
import static dev.shareimage.app.run.Bench.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareService.TrustMode;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.fake.Refusals;
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

/** Changing whom the role trusts, and making the role. */
class SetTrustTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void merges() throws CloudException {
        stands(trusting(account(1)));

        assertThat(ReportText.of(apply(toAccounts(accounts(1, 2)), TrustMode.MERGE)))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000002@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(bench.cloud.roles().trust()).isEqualTo(trusting(account(1), account(2)));
    }

    @Test
    void writesNothingWhereTheTrustIsThere() throws CloudException {
        stands(trusting(account(1)));
        Proposal proposal = bench.service.setTrust(toAccounts(account(1)), TrustMode.MERGE, false);

        assertThat(proposal.changesNothing()).isTrue();
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        unchanged in null by 1000000000000001
                        role unchanged
                        trust unchanged
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(ReportText.of(proposal.apply(bench.progress()))).startsWith("unchanged");
        assertThat(bench.cloud.stage().writes()).isEmpty();
    }

    @Test
    void replacesAndSaysWhoLosesWhat() throws CloudException {
        stands(trusting(account(1), account(2)).with(List.of(new ShareTarget.Folder(FOLDER))));
        bench.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));
        ImageId other = bench.cloud.images().put(SINGAPORE, "m-other1", "key-2");
        bench.cloud.resourceShares().put(SINGAPORE, "rs-1", "by-hand", List.of(other.value()), List.of("fd-a"));

        Proposal proposal = bench.service.setTrust(toAccounts(account(3)), TrustMode.REPLACE, false);

        assertThat(proposal.warnings())
                .containsExactly(
                        "2000000000000001@ecs.aliyuncs.com loses the use of your keys and still has image m-encrypted1 in"
                                + " cn-hongkong",
                        "2000000000000002@ecs.aliyuncs.com loses the use of your keys",
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*] loses the use of your keys and"
                                + " still has image m-other1 in ap-southeast-1");
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        planned in null by 1000000000000001
                        role unchanged
                        trust planned + 2000000000000003@ecs.aliyuncs.com - 2000000000000001@ecs.aliyuncs.com, \
                        2000000000000002@ecs.aliyuncs.com, *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(proposal.apply(bench.progress()).status().label()).isEqualTo("succeeded");
        assertThat(bench.cloud.roles().trust()).isEqualTo(trusting(account(3)));
    }

    @Test
    void saysThatADirectoryLosesAnImage() throws CloudException {
        stands(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(Bench.DIRECTORY))));
        bench.cloud
                .resourceShares()
                .put(HONGKONG, "rs-1", "share-image-m-encrypted1", List.of("m-encrypted1"), List.of("rd-1"));

        assertThat(bench.service
                        .setTrust(toDirectory(), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly("*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1] loses the use of your keys and still"
                        + " has image m-encrypted1 in cn-hongkong");
    }

    @Test
    void findsTheLosersOfAConditionWithSeveralValues() throws CloudException {
        bench.cloud
                .roles()
                .stands(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(Bench.DIRECTORY)))
                        .json()
                        .replace("\"rd-1\"", "[\"rd-1\",\"rd-2\"]"));
        bench.cloud
                .resourceShares()
                .put(HONGKONG, "rs-1", "share-image-m-encrypted1", List.of("m-encrypted1"), List.of("rd-1"));

        assertThat(bench.service
                        .setTrust(toAccounts(account(1)), TrustMode.REPLACE, false)
                        .warnings())
                .containsExactly("*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1|rd-2] loses the use of your keys and"
                        + " still has image m-encrypted1 in cn-hongkong");
    }

    @Test
    void saysWhereItCouldNotLookForLosers() throws CloudException {
        stands(trusting(account(1)));
        bench.cloud.regions().only(SINGAPORE);
        bench.cloud.stage().refuse(Refusals.forbidden("ecs", "DescribeImages"));

        assertThat(bench.service
                        .setTrust(toAccounts(account(1)), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "2000000000000001@ecs.aliyuncs.com loses the use of your keys",
                        "who is concerned could not be read everywhere: ap-southeast-1 (NoPermission,"
                                + " ecs:DescribeImages)");
    }

    @Test
    void saysWhereItCouldNotLookForGroups() throws CloudException {
        stands(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(Bench.DIRECTORY))));
        bench.cloud.regions().only(HONGKONG);
        bench.cloud.stage().refuse(Refusals.forbidden("resourcesharing", "ListResourceShareAssociations"));

        assertThat(bench.service
                        .setTrust(toDirectory(), TrustMode.REMOVE, false)
                        .warnings())
                .containsExactly(
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1] loses the use of your keys",
                        "who is concerned could not be read everywhere: cn-hongkong (NoPermission,"
                                + " resourcesharing:ListResourceShareAssociations)");
    }

    @Test
    void removesDownToTheOwnAccount() throws CloudException {
        stands(trusting(account(1)));

        assertThat(ReportText.of(apply(toAccounts(account(1)), TrustMode.REMOVE)))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role unchanged
                        trust updated + acs:ram::1000000000000001:root - 2000000000000001@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess unchanged""");
    }

    @Test
    void removesNobodyWhoIsNotThere() throws CloudException {
        stands(trusting(account(1)));

        assertThat(bench.service
                        .setTrust(toAccounts(account(2)), TrustMode.REMOVE, false)
                        .changesNothing())
                .isTrue();
    }

    @Test
    void needsARole() throws CloudException {
        Proposal proposal = bench.service.setTrust(toAccounts(account(1)), TrustMode.MERGE, false);

        assertThat(ReportText.of(proposal.preview().checks()))
                .isEqualTo("fail role: role AliyunECSShareEncryptImageDefaultRole is missing | share-image create-role"
                        + " --accounts 2000000000000001");
        assertThat(proposal.preview().status().label()).isEqualTo("failed");
        assertThatThrownBy(() -> proposal.apply(bench.progress())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writesNothingBesideAnOpenDoor() throws CloudException {
        bench.cloud.roles().stands(trusting(account(1)).json().replace("2000000000000001", "*"));

        assertThat(bench.service
                        .setTrust(toAccounts(account(1)), TrustMode.MERGE, false)
                        .preview()
                        .status()
                        .label())
                .isEqualTo("failed");
        assertThat(bench.service
                        .setTrust(toAccounts(account(1)), TrustMode.REMOVE, false)
                        .preview()
                        .status()
                        .label())
                .isEqualTo("failed");
    }

    @Test
    void closesAnOpenDoorByReplacing() throws CloudException {
        bench.cloud.roles().stands(trusting(account(1)).json().replace("2000000000000001", "*"));

        assertThat(apply(toAccounts(account(1)), TrustMode.REPLACE).status().label())
                .isEqualTo("succeeded");
        assertThat(bench.cloud.roles().trust()).isEqualTo(trusting(account(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "{}", "{\"バージョン\":\"1\"}", "{\"Statement\":[1]}"})
    void repairsAnUnreadablePolicyByReplacing(String damaged) throws CloudException {
        bench.cloud.roles().stands(damaged);

        assertThat(ReportText.of(apply(toAccounts(account(1)), TrustMode.REPLACE)))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role unchanged
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess unchanged""");
        assertThat(bench.cloud.roles().trustDocument())
                .isEqualTo(trusting(account(1)).json());
    }

    @Test
    void refusesAReplacementThatIsTooLong() throws CloudException {
        stands(trusting(account(1)));

        assertThat(ReportText.of(bench.service
                        .setTrust(toAccounts(accounts(1, 60)), TrustMode.REPLACE, false)
                        .preview()
                        .checks()))
                .contains("fail trust-size: the trust policy would have ");
    }

    @Test
    void leavesTheLastWordAboutTheLengthToTheCloudWhenForced() throws CloudException {
        stands(trusting(account(1)));

        assertThat(ReportText.of(bench.service
                        .setTrust(toAccounts(accounts(1, 60)), TrustMode.MERGE, true)
                        .preview()
                        .checks()))
                .contains("warn trust-size: the trust policy would have ");
    }

    @Test
    void promisesNothingAboutThePolicyThatItDoesNotTouch() throws CloudException {
        stands(trusting(account(1)));
        bench.cloud.roles().detachAll();

        assertThat(ReportText.of(bench.service
                        .setTrust(toAccounts(account(2)), TrustMode.MERGE, false)
                        .preview()
                        .checks()))
                .contains(
                        "warn policy: policy AliyunKMSFullAccess is not attached to the role | share-image create-role");
        assertThat(bench.cloud.stage().writes()).isEmpty();
    }

    @Test
    void createsTheRoleWithTheConsolesTrust() throws CloudException {
        assertThat(ReportText.of(
                        bench.service.createRole(TargetQuery.NONE, false).apply(bench.progress())))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role created
                        trust updated + acs:ram::1000000000000001:root
                        policy AliyunKMSFullAccess attached""");
        assertThat(bench.service.createRole(TargetQuery.NONE, false).changesNothing())
                .isTrue();
    }

    @Test
    void createsTheRoleWithItsTargets() throws CloudException {
        assertThat(ReportText.of(
                        bench.service.createRole(toFolders(FOLDER), false).preview()))
                .isEqualTo("""
                        planned in null by 1000000000000001
                        role planned
                        trust planned + *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]
                        policy AliyunKMSFullAccess planned""");
        bench.service.createRole(toFolders(FOLDER), false).apply(bench.progress());
        assertThat(bench.cloud.stage().writes())
                .containsExactly(
                        "CreateRole "
                                + TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER)))
                                        .json(),
                        "AttachPolicyToRole AliyunKMSFullAccess");
    }

    @Test
    void completesARoleThatIsThere() throws CloudException {
        stands(TrustPolicy.ofOwnAccount(new AccountId("1000000000000001")));
        bench.cloud.roles().detachAll();

        assertThat(ReportText.of(
                        bench.service.createRole(toAccounts(account(1)), false).apply(bench.progress())))
                .isEqualTo("""
                        succeeded in null by 1000000000000001
                        role updated
                        trust updated + 2000000000000001@ecs.aliyuncs.com
                        policy AliyunKMSFullAccess attached""");
    }

    @Test
    void waitsForARoleThatIsNotSeenEverywhereYet() throws CloudException {
        bench.cloud.stage().refuseOnce(Refusals.notFound("AttachPolicyToRole", "EntityNotExist.Role"));
        bench.cloud.stage().refuseOnce(Refusals.notFound("AttachPolicyToRole", "EntityNotExist.Role"));

        assertThat(bench.service
                        .createRole(TargetQuery.NONE, false)
                        .apply(bench.progress())
                        .status()
                        .label())
                .isEqualTo("succeeded");
    }

    @Test
    void saysWhatIsMissingToReadTheRole() {
        bench.cloud.stage().refuse(Refusals.forbidden("ram", "GetRole"));

        assertThatThrownBy(() -> bench.service.setTrust(toAccounts(account(1)), TrustMode.MERGE, false))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.missingAction()).contains("ram:GetRole"));
    }

    private void stands(TrustPolicy trust) {
        bench.cloud.roles().stands(trust.json());
    }

    private Report apply(TargetQuery targets, TrustMode mode) throws CloudException {
        return bench.service.setTrust(targets, mode, false).apply(bench.progress());
    }
}
