package dev.shareimage.app.share;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.SUBFOLDER;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toFolders;
import static dev.shareimage.app.run.ServiceFixture.unshare;
import static dev.shareimage.app.run.ServiceFixture.unshareAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Report;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.app.ShareService.DoctorRequest;
import dev.shareimage.app.ShareService.ListRequest;
import dev.shareimage.app.ShareService.UnshareRequest;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.run.ReportText;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of directories and folders, and who has the image by a resource share in truth. */
class AssociationsTest {

    private static final String NAME = "share-image-m-encrypted1";
    private static final String REPEAT = " | run the same command again: what is done is not done twice";
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ServiceFixture bench = new ServiceFixture();

    @BeforeEach
    void trust() {
        bench.cloud
                .roles()
                .stands(TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))).json());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void an_image_that_could_not_be_linked_is_shared_with_nobody() throws CloudException {
        bench.cloud.resourceShares().fail("m-encrypted1", "UnsupportedOperation");

        assertThat(said(give())).isEqualTo("""
                folder fd-a failed: REFUSED AssociationFailed: Resource Sharing could not link the image:\
                 UnsupportedOperation""" + REPEAT);
        assertThat(reached()).isEmpty();
        assertThat(bench.time.elapsed()).isLessThan(PATIENCE);
        assertThat(listed()).isEmpty();
        assertThat(listing().notes())
                .contains("fd-a does not have image m-encrypted1, though resource share rs-1 names"
                        + " both: Resource Sharing could not link them (UnsupportedOperation); repeat the share, or take fd-a"
                        + " away");
    }

    @Test
    void an_image_that_could_not_be_linked_is_linked_again_the_next_time() throws CloudException {
        bench.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        give();
        bench.cloud.resourceShares().works("m-encrypted1");

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(bench.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-a]");
    }

    @Test
    void waits_for_the_image_after_the_target_has_arrived() throws CloudException {
        bench.cloud.resourceShares().imageNeeds(6);

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(bench.time.elapsed()).isPositive();
    }

    @Test
    void an_image_that_is_still_being_linked_at_the_end_is_pending() throws CloudException {
        bench.cloud.resourceShares().imageNeeds(10_000);

        assertThat(said(give())).startsWith("folder fd-a pending: UNAVAILABLE TimeBudget: ");
        assertThat(reached()).isEmpty();
        assertThat(listed()).isEmpty();
        assertThat(listing().notes())
                .contains(
                        "resource share rs-1 is still linking fd-a with image m-encrypted1: fd-a does not have it yet");
        assertThat(said(bench.service.share(share(ENCRYPTED, toFolders(FOLDER))).preview()))
                .isEqualTo("folder fd-a planned");
    }

    @Test
    void the_failure_of_the_image_is_told_before_that_of_the_target() throws CloudException {
        bench.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        bench.cloud.resourceShares().fail("fd-a", "Unavailable");

        assertThat(said(give())).contains("could not link the image: LimitExceeded");
        assertThat(reached()).isEmpty();
    }

    @Test
    void a_target_that_is_named_with_an_image_that_failed_can_be_taken_out() throws CloudException {
        bench.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        give();

        assertThat(said(take(unshareAll(ENCRYPTED, false)))).isEqualTo("folder fd-a unshared");
        assertThat(bench.cloud.resourceShares().now()).isEmpty();
    }

    @Test
    void a_target_that_could_not_be_taken_out_still_has_the_image() throws CloudException {
        present("fd-a", "fd-b");
        bench.cloud.resourceShares().keep("fd-a", "InternalError");

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER, SUBFOLDER), true))))
                .isEqualTo("""
                        folder fd-a failed: REFUSED DisassociationFailed: Resource Sharing could not take the target out,\
                         which still has the image: InternalError%s
                        folder fd-b unshared""".formatted(REPEAT));
        assertThat(reached()).containsExactly("fd-a");
        assertThat(bench.cloud.stage().writes()).noneMatch(call -> call.startsWith("UpdateRole"));
        assertThat(listed()).containsExactly("fd-a");
    }

    @Test
    void a_target_that_could_not_be_taken_out_is_tried_again_and_keeps_its_trust_until_then() throws CloudException {
        present("fd-a");
        bench.cloud.resourceShares().keep("fd-a", "InternalError");
        take(unshare(ENCRYPTED, toFolders(FOLDER), true));

        assertThat(said(take(unshareAll(ENCRYPTED, true)))).startsWith("folder fd-a failed");
        assertThat(bench.cloud.roles().trust().covers(new ShareTarget.Folder(FOLDER)))
                .isTrue();
        bench.cloud.resourceShares().works("fd-a");
        assertThat(said(take(unshareAll(ENCRYPTED, true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
        assertThat(bench.cloud.roles().trust().covers(new ShareTarget.Folder(FOLDER)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void lists_that_lag_make_nothing_fail(int looks) throws CloudException {
        bench.cloud.resourceShares().lag(looks);

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(bench.cloud.resourceShares().now()).hasSize(1);

        bench.cloud.stage().forget();
        present(looks);
        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
        assertThat(bench.cloud.stage().writes()).anyMatch(call -> call.startsWith("UpdateRole"));
    }

    @Test
    void a_folder_does_not_get_what_somebody_added_to_the_share() throws CloudException {
        bench.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1", "m-other"), List.of("fd-x"));
        bench.cloud.resourceShares().nextIds("rs-2");

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(bench.cloud.resourceShares().now())
                .containsExactly("rs-1 " + NAME + " [fd-x]", "rs-2 " + NAME + " [fd-a]");

        assertThat(bench.service.share(share(ENCRYPTED, toFolders(FOLDER))).changesNothing())
                .isTrue();
        give(SUBFOLDER);
        assertThat(bench.cloud.resourceShares().now())
                .containsExactly("rs-1 " + NAME + " [fd-x]", "rs-2 " + NAME + " [fd-a, fd-b]");
    }

    @Test
    void what_a_mixed_share_still_gives_is_not_said_to_be_taken_away_by_another() throws CloudException {
        bench.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1", "m-other"), List.of("fd-a"));
        bench.cloud.resourceShares().put(HONGKONG, "rs-2", NAME, List.of("m-encrypted1"), List.of("fd-a"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), false))))
                .startsWith("folder fd-a failed: REFUSED OtherResourcesInShare: ");
        assertThat(reached()).containsExactly("fd-a");
    }

    @Test
    void a_target_that_somebody_takes_out_meanwhile_ends_the_wait() throws CloudException {
        bench.cloud.resourceShares().imageNeeds(3);
        bench.cloud
                .stage()
                .after("CreateResourceShare", () -> bench.cloud.resourceShares().takeOut("rs-1", "fd-a"));

        assertThat(said(give()))
                .startsWith("folder fd-a failed: REFUSED AssociationGone: resource share rs-1 does not");
        assertThat(reached()).isEmpty();
        assertThat(bench.time.elapsed()).isLessThan(PATIENCE);
    }

    @Test
    void a_target_that_somebody_puts_back_ends_the_wait() throws CloudException {
        present("fd-a");
        bench.cloud
                .stage()
                .after(
                        "DisassociateResourceShare",
                        () -> bench.cloud.resourceShares().putIn("rs-1", "fd-a"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true))))
                .startsWith("folder fd-a failed: REFUSED NotConfirmed: ");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(bench.time.elapsed()).isLessThan(PATIENCE);
    }

    @Test
    void a_removal_whose_repeat_is_refused_was_done() throws CloudException {
        present("fd-a");
        bench.cloud.stage().after("DisassociateResourceShare", () -> {
            throw Refusals.refused("DisassociateResourceShare", "DisassociateInvalid");
        });

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DisassociateResourceShare", "AssociateResourceShare"})
    void a_lost_answer_is_made_up_for_by_a_look(String call) throws CloudException {
        present("fd-a");
        bench.cloud.stage().after(call, () -> {
            throw Refusals.unavailable(call);
        });

        if (call.startsWith("Dis")) {
            assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true)))).isEqualTo("folder fd-a unshared");
            assertThat(reached()).isEmpty();
        } else {
            assertThat(said(give(SUBFOLDER))).isEqualTo("folder fd-b shared");
            assertThat(reached()).containsExactly("fd-a", "fd-b");
        }
    }

    @Test
    void a_call_that_failed_and_was_not_done_is_told_as_it_failed() throws CloudException {
        present("fd-a");
        bench.cloud.stage().refuseOnce(Refusals.unavailable("DisassociateResourceShare"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true))))
                .startsWith("folder fd-a failed: UNAVAILABLE ServiceUnavailable: ");
        assertThat(reached()).containsExactly("fd-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EntityNotExists.ResourceShare", "ResourceShareStatusMismatchAction"})
    void a_deletion_whose_repeat_is_refused_was_done(String code) throws CloudException {
        present("fd-a");
        bench.cloud.stage().after("DeleteResourceShare", () -> {
            throw code.startsWith("Entity")
                    ? Refusals.notFound("DeleteResourceShare", code)
                    : Refusals.refused("DeleteResourceShare", code);
        });

        Report report = take(unshare(ENCRYPTED, toFolders(FOLDER), false));
        assertThat(report.notes()).isEmpty();
        assertThat(bench.cloud.resourceShares().now()).isEmpty();
    }

    @Test
    void a_share_that_is_deleted_meanwhile_is_made_anew() throws CloudException {
        present("fd-x");
        bench.cloud.resourceShares().nextIds("rs-2");
        bench.cloud
                .stage()
                .before(
                        "AssociateResourceShare",
                        () -> bench.cloud.resourceShares().delete(HONGKONG, "rs-1"));

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(bench.cloud.resourceShares().now()).containsExactly("rs-2 " + NAME + " [fd-a]");
    }

    @Test
    void a_share_that_is_deleted_while_a_target_is_taken_out_has_nobody() throws CloudException {
        present("fd-a", "fd-x");
        bench.cloud
                .stage()
                .before(
                        "DisassociateResourceShare",
                        () -> bench.cloud.resourceShares().delete(HONGKONG, "rs-1"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
    }

    @Test
    void one_target_that_the_cloud_does_not_know_keeps_no_other_out() throws CloudException {
        bench.cloud.stage().refuseOnce(Refusals.refused("CreateResourceShare", "InvalidTarget"));
        bench.cloud.stage().refuseOnce(Refusals.refused("CreateResourceShare", "InvalidTarget"));

        assertThat(said(give(FOLDER, SUBFOLDER)))
                .startsWith("folder fd-a failed: REFUSED InvalidTarget: ")
                .endsWith("folder fd-b shared");
        assertThat(reached()).containsExactly("fd-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DisassociateConflict", "AssociateConflict"})
    void waits_until_the_other_operation_has_ended(String code) throws CloudException {
        present("fd-a");
        boolean taking = code.startsWith("Dis");
        String call = taking ? "DisassociateResourceShare" : "AssociateResourceShare";
        bench.cloud.stage().refuseOnce(Refusals.refused(call, code));

        assertThat(said(taking ? take(unshare(ENCRYPTED, toFolders(FOLDER), false)) : give(SUBFOLDER)))
                .isEqualTo(taking ? "folder fd-a unshared" : "folder fd-b shared");
        assertThat(reached()).isEqualTo(taking ? List.of() : List.of("fd-a", "fd-b"));
    }

    @Test
    void doctor_warns_of_a_target_that_is_named_and_has_not_got_the_image() throws CloudException {
        bench.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        give();

        Report report = bench.service.doctor(
                new DoctorRequest(HONGKONG, List.of(ENCRYPTED), TargetQuery.NONE, List.of(), false, true));
        assertThat(report.checks())
                .filteredOn(finding -> finding.id() == CheckId.ASSOCIATION)
                .extracting(ReportText::of)
                .containsExactly("warn association: fd-a does not have image m-encrypted1, though resource share rs-1"
                        + " names both: Resource Sharing could not link them (LimitExceeded); repeat the share, or take"
                        + " fd-a away | look at all of them with share-image list-shares --region cn-hongkong --image-id"
                        + " m-encrypted1; repeat the share for whoever is to have it, or share-image unshare --region"
                        + " cn-hongkong --image-id m-encrypted1");
    }

    @Test
    void an_export_names_who_is_about_to_have_the_image_as_such_and_nobody_whose_link_failed() throws CloudException {
        bench.cloud.resourceShares().needs(10_000);
        bench.cloud.resourceShares().fail("fd-b", "LimitExceeded");
        bench.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1"), List.of());
        bench.cloud.resourceShares().putIn("rs-1", "fd-x");
        bench.cloud.resourceShares().associateTargets(HONGKONG, "rs-1", List.of("fd-a"));
        bench.cloud.resourceShares().needs(0);
        bench.cloud.resourceShares().associateTargets(HONGKONG, "rs-1", List.of("fd-b"));
        List<LiveImage> images = new ArrayList<>();

        bench.service.export(new ListRequest(HONGKONG, List.of(ENCRYPTED)), images::add);

        assertThat(images).singleElement().satisfies(image -> {
            assertThat(image.targets()).extracting(ShareTarget::id).containsExactlyInAnyOrder("fd-a", "fd-x");
            assertThat(image.coming()).extracting(ShareTarget::id).containsExactly("fd-a");
        });
    }

    private void present(String... targets) {
        bench.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1"), List.of(targets));
    }

    /** Lists have caught up. */
    private void present(int looks) throws CloudException {
        for (int look = 0; look < looks; look++) {
            bench.cloud.resourceShares().resourcesOf(HONGKONG, List.of("rs-1"));
            bench.cloud.resourceShares().targetsOf(HONGKONG, List.of("rs-1"));
        }
    }

    private List<String> reached() {
        return bench.cloud.resourceShares().reached(ENCRYPTED);
    }

    private Report give(FolderPath... folders) throws CloudException {
        FolderPath[] targets = folders.length == 0 ? new FolderPath[] {FOLDER} : folders;
        return bench.service.share(share(ENCRYPTED, toFolders(targets))).apply(bench.progress());
    }

    private Report take(UnshareRequest request) throws CloudException {
        return bench.service.unshare(request).apply(bench.progress());
    }

    private ShareListing listing() throws CloudException {
        return bench.service.listShares(new ListRequest(HONGKONG, List.of(ENCRYPTED)));
    }

    private List<String> listed() throws CloudException {
        return listing().images().get(0).shares().stream().map(ListedShare::id).toList();
    }

    private static String said(Report report) {
        return ReportText.of(report)
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}
