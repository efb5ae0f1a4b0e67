package dev.shareimage.app.share;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.SUBFOLDER;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toDirectory;
import static dev.shareimage.app.run.ServiceFixture.toFolders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.TrustMode;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.proposal.CloudShareService;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sharing with resource directories and folders. */
class GroupShareTest {

    private static final TrustPolicy TRUST = TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER)));

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shares_with_a_folder_for_the_first_time() throws CloudException {
        assertThat(ReportText.of(apply(toFolders(FOLDER)))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role created
                        trust updated + *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          folder fd-a shared""");
        assertThat(fixture.cloud.script().writes())
                .containsExactly(
                        "CreateRole " + TRUST.json(),
                        "AttachPolicyToRole AliyunKMSFullAccess",
                        "CreateResourceShare share-image-m-encrypted1 m-encrypted1 fd-a");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-a]");
    }

    @Test
    void looks_up_the_own_directory_and_the_path_of_a_folder() throws CloudException {
        TargetQuery both = new TargetQuery(List.of(), true, Optional.empty(), List.of(SUBFOLDER.folder()), List.of());

        assertThat(ReportText.of(apply(both))).isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role created
                        trust updated + *@ecs.aliyuncs.com [sts:ServiceOwnerRDId = rd-1], \
                        *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a/fd-b*]
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          resource-directory rd-1 shared
                          folder fd-b shared""");
    }

    @Test
    void is_unchanged_the_second_time() throws CloudException {
        apply(toFolders(FOLDER));
        fixture.cloud.script().forget();

        Proposal proposal = fixture.service.share(share(ENCRYPTED, toFolders(FOLDER)));

        assertThat(proposal.changesNothing()).isTrue();
        assertThat(ReportText.of(proposal.preview())).isEqualTo("""
                        unchanged in cn-hongkong by 1000000000000001
                        role unchanged
                        trust unchanged
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          folder fd-a already-shared""");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void extends_its_share_by_a_target() throws CloudException {
        apply(toFolders(FOLDER));
        fixture.cloud.script().forget();

        assertThat(apply(toFolders(FOLDER, SUBFOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.script().writes()).containsExactly("AssociateResourceShare rs-1 fd-b");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-a, fd-b]");
    }

    @Test
    void sends_five_targets_a_call() throws CloudException {
        FolderPath[] twelve = IntStream.rangeClosed(10, 21)
                .mapToObj(number -> new FolderPath("rd-1/r-1/fd-" + number))
                .toArray(FolderPath[]::new);

        assertThat(apply(toFolders(twelve)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.script().writes())
                .endsWith(
                        "CreateResourceShare share-image-m-encrypted1 m-encrypted1 fd-10,fd-11,fd-12,fd-13,fd-14",
                        "AssociateResourceShare rs-1 fd-15,fd-16,fd-17,fd-18,fd-19",
                        "AssociateResourceShare rs-1 fd-20,fd-21");
    }

    @Test
    void completes_a_share_that_an_interrupted_run_left_without_the_image() throws CloudException {
        fixture.cloud.roles().existsWithTrust(TRUST.json());
        fixture.cloud.resourceShares().put(HONGKONG, "rs-7", "share-image-m-encrypted1", List.of(), List.of());

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.script().writes())
                .containsExactly("AssociateResourceShare rs-7 m-encrypted1", "AssociateResourceShare rs-7 fd-a");
    }

    @Test
    void waits_until_the_association_is_there() throws CloudException {
        fixture.cloud.resourceShares().needs(6);

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.time.elapsed()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
        assertThat(fixture.steps).contains("wait until Resource Sharing has linked image m-encrypted1");
    }

    @Test
    void says_what_is_pending_when_the_time_is_up() throws CloudException {
        fixture.cloud.resourceShares().needs(1_000);

        String pending = "UNAVAILABLE TimeBudget: the time limit (--timeout) ended while waiting:"
                + " ListResourceShareAssociations | look again: share-image list-shares --region cn-hongkong --image-id"
                + " m-encrypted1";
        assertThat(ReportText.of(apply(toFolders(FOLDER)))).isEqualTo("""
                        failed in cn-hongkong by 1000000000000001
                        role created
                        trust updated + *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          folder fd-a pending: %1$s
                        failure: %1$s""".formatted(pending));
    }

    @Test
    void reports_an_association_that_failed_and_tries_it_again_next_time() throws CloudException {
        fixture.cloud.resourceShares().fail("fd-a", "LimitExceeded");

        String failed = "REFUSED AssociationFailed: Resource Sharing could not link the target: LimitExceeded"
                + " | the image or the target is in as many resource shares as the cloud allows: unshare targets that do not"
                + " need it any more, or name one folder above several, then run the same command again";
        assertThat(ReportText.of(apply(toFolders(FOLDER, SUBFOLDER)))).endsWith("""
                          folder fd-a failed: %1$s
                          folder fd-b shared
                        failure: %1$s""".formatted(failed));

        fixture.cloud.resourceShares().works("fd-a");
        assertThat(apply(toFolders(FOLDER, SUBFOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-a, fd-b]");
    }

    @Test
    void makes_no_second_share_when_the_answer_to_the_first_is_lost() throws CloudException {
        fixture.cloud.script().after("CreateResourceShare", () -> {
            throw Refusals.unavailable("CreateResourceShare");
        });

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-a]");
    }

    @Test
    void a_lost_answer_that_no_list_makes_up_for_leaves_the_result_open() throws CloudException {
        fixture.cloud.script().after("CreateResourceShare", () -> {
            fixture.cloud.script().refuse(Refusals.unavailable("ListResourceShares"));
            throw Refusals.unavailable("CreateResourceShare");
        });

        assertThat(ReportText.of(apply(toFolders(FOLDER))))
                .contains("folder fd-a failed: UNAVAILABLE ServiceUnavailable: CreateResourceShare answered"
                        + " ServiceUnavailable; it is not known whether the change took effect");
    }

    @Test
    void makes_no_second_share_when_the_answer_to_the_first_is_unreadable() throws CloudException {
        fixture.cloud.script().after("CreateResourceShare", () -> {
            throw new CloudException(Kind.MALFORMED, "CreateResourceShare", "MalformedAnswer", "no id");
        });

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-a]");
    }

    @Test
    void creates_a_share_as_often_as_a_call_may_be_sent() throws CloudException {
        fixture.cloud.script().refuse(Refusals.unavailable("CreateResourceShare"));

        Report report = new CloudShareService(fixture.withMaxAttempts(2), HONGKONG)
                .share(share(ENCRYPTED, toFolders(FOLDER)))
                .apply(fixture.progress());

        assertThat(report.status().label()).isEqualTo("failed");
        assertThat(creations()).isEqualTo(2);
    }

    @Test
    void does_not_create_a_share_again_after_all_repeats() throws CloudException {
        fixture.cloud
                .script()
                .refuse(Refusals.unavailable("CreateResourceShare").afterRepeats());

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("failed");
        assertThat(creations()).isEqualTo(1);
    }

    @Test
    void gives_way_when_another_run_made_a_share_meanwhile() throws CloudException {
        fixture.cloud.resourceShares().nextIds("rs-9");
        fixture.cloud.script().before("CreateResourceShare", () -> otherRunCreates("rs-3"));

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-3 share-image-m-encrypted1 [fd-a, fd-x]");
    }

    @Test
    void waits_until_its_own_share_can_be_deleted() throws CloudException {
        fixture.cloud.resourceShares().nextIds("rs-9");
        fixture.cloud.script().before("CreateResourceShare", () -> otherRunCreates("rs-3"));
        fixture.cloud.script().refuseOnce(Refusals.refused("DeleteResourceShare", "DeleteResourceShareConflict"));

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-3 share-image-m-encrypted1 [fd-a, fd-x]");
    }

    @Test
    void joins_the_share_that_another_run_made_after_it_looked() throws CloudException {
        fixture.cloud.resourceShares().nextIds("rs-9");
        fixture.cloud.script().after("ListResourceShares", () -> {});
        fixture.cloud.script().after("ListResourceShares", () -> otherRunCreates("rs-3"));

        assertThat(apply(toFolders(FOLDER)).status().label()).isEqualTo("succeeded");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-3 share-image-m-encrypted1 [fd-a, fd-x]");
    }

    @Test
    void may_not_create_a_share() throws CloudException {
        fixture.cloud.script().refuse(Refusals.forbidden("resourcesharing", "CreateResourceShare"));

        assertThat(ReportText.of(apply(toFolders(FOLDER)))).endsWith("""
                          folder fd-a failed: %1$s
                        failure: %1$s""".formatted(
                        "NOT_PERMITTED NoPermission: permission resourcesharing:CreateResourceShare is missing: CreateResourceShare"
                                + " is not permitted | ask your administrator to allow resourcesharing:CreateResourceShare; share-image"
                                + " policy operator prints a policy"));
    }

    @Test
    void shares_both_ways_when_forced() throws CloudException {
        ShareRequest forced = new ShareRequest(
                HONGKONG,
                List.of(ENCRYPTED),
                new TargetQuery(accounts(1, 1), false, Optional.empty(), List.of(), List.of(FOLDER)),
                List.of(),
                true,
                true);

        assertThat(ReportText.of(fixture.service.share(forced).apply(fixture.progress())))
                .isEqualTo("""
                        succeeded in cn-hongkong by 1000000000000001
                        role created
                        trust updated + 2000000000000001@ecs.aliyuncs.com, \
                        *@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-1/r-1/fd-a*]
                        m-encrypted1 'name of m-encrypted1' encrypted=true
                          account 2000000000000001 shared
                          folder fd-a shared""");
    }

    @Test
    void says_how_to_name_a_folder_that_may_not_be_looked_up() {
        fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "GetFolder"));

        assertThatThrownBy(() -> apply(folder("fd-a")))
                .hasMessage("the path of folder fd-a may not be looked up; give it as --folder rd-…/r-…/fd-a");
    }

    @Test
    void a_folder_that_is_not_there_or_hidden_is_a_failed_check() throws CloudException {
        assertThat(failed(folder("fd-none"))).containsExactly("""
                fail directory: the resource directory has no folder fd-none | check the id; the directory's management \
                account sees all folders""");
        fixture.cloud.script().refuse(Refusals.notFound("GetFolder", "EntityNotExists.ResourceDirectory"));
        assertThat(failed(folder("fd-a"))).containsExactly("""
                fail directory: this account may not look up the path of folder fd-a: only the \
                directory's management account and its delegated administrators may | give the folder with its path, which the \
                management account knows: --folder rd-…/r-…/fd-a""");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void an_own_directory_that_is_not_there_is_a_failed_check() throws CloudException {
        fixture.cloud.directory().belongsToNone();

        assertThat(failed(toDirectory())).containsExactly("""
                fail directory: this account is in no resource directory | name accounts with --accounts, or join a \
                resource directory first""");
        assertThat(failed(fixture.service.setTrust(toDirectory(), TrustMode.MERGE, false)))
                .contains("""
                fail directory: this account is in no resource directory | name accounts with --accounts, or join a \
                resource directory first""");
    }

    @Test
    void the_trust_of_a_folder_that_is_not_there_is_a_failed_check() throws CloudException {
        assertThat(failed(fixture.service.createRole(folder("fd-none"), false))).containsExactly("""
                fail directory: the resource directory has no folder fd-none | check the id; the directory's management \
                account sees all folders""");
    }

    @Test
    void asks_for_the_path_only_where_it_is_not_given() throws CloudException {
        apply(toFolders(FOLDER));

        assertThat(fixture.cloud.script().calls()).noneMatch(call -> call.startsWith("GetFolder"));
    }

    @Test
    void names_the_share_after_the_image_within_the_limit() {
        assertThat(ShareNames.of(ENCRYPTED)).isEqualTo("share-image-m-encrypted1");
        String longest = "m-" + "a".repeat(62);
        assertThat(ShareNames.of(new ImageId(longest + "b1")))
                .hasSize(50)
                .startsWith("share-image-m-aaa")
                .matches("[A-Za-z0-9._-]{1,50}")
                .isNotEqualTo(ShareNames.of(new ImageId(longest + "b2")));
    }

    private void otherRunCreates(String id) {
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, id, "share-image-m-encrypted1", List.of("m-encrypted1"), List.of("fd-x"));
    }

    private static TargetQuery folder(String id) {
        return new TargetQuery(List.of(), false, Optional.empty(), List.of(new FolderId(id)), List.of());
    }

    private List<String> failed(TargetQuery targets) throws CloudException {
        return failed(fixture.service.share(share(ENCRYPTED, targets)));
    }

    private static List<String> failed(Proposal proposal) {
        return proposal.preview().checks().stream()
                .filter(Finding::failed)
                .map(ReportText::of)
                .toList();
    }

    private long creations() {
        return fixture.cloud.script().writes().stream()
                .filter(call -> call.startsWith("CreateResourceShare"))
                .count();
    }

    private Report apply(TargetQuery targets) throws CloudException {
        return fixture.service.share(share(ENCRYPTED, targets)).apply(fixture.progress());
    }
}
