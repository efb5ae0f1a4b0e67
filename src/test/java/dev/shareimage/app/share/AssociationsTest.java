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

import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.UnshareRequest;
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

/**
 * Compares the reported state of directories and folders with the targets that have the image through a resource share.
 */
class AssociationsTest {

    private static final String NAME = "share-image-m-encrypted1";
    private static final String REPEAT = " | run the same command again: nothing is done twice";
    private static final Duration MAX_WAIT = Duration.ofSeconds(4);

    private final ServiceFixture fixture = new ServiceFixture();

    @BeforeEach
    void trust() {
        fixture.cloud
                .roles()
                .existsWithTrust(
                        TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))).json());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void an_image_that_could_not_be_linked_is_shared_with_nobody() throws CloudException {
        fixture.cloud.resourceShares().fail("m-encrypted1", "UnsupportedOperation");

        assertThat(said(give())).isEqualTo("""
                folder fd-a failed: REFUSED AssociationFailed: Resource Sharing could not link the image:\
                 UnsupportedOperation | the cloud does not share this image: share-image doctor says\
                 why; repair that, then run the same command again""");
        assertThat(reached()).isEmpty();
        assertThat(fixture.time.elapsed()).isLessThan(MAX_WAIT);
        assertThat(listed()).isEmpty();
        assertThat(listing().notes())
                .contains("fd-a does not have image m-encrypted1, though resource share rs-1 names"
                        + " both: Resource Sharing could not link them (UnsupportedOperation); repeat the share, or take fd-a"
                        + " away");
    }

    @Test
    void an_image_that_could_not_be_linked_is_linked_again_the_next_time() throws CloudException {
        fixture.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        give();
        fixture.cloud.resourceShares().works("m-encrypted1");

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-1 share-image-m-encrypted1 [fd-a]");
    }

    @Test
    void waits_for_the_image_after_the_target_has_arrived() throws CloudException {
        fixture.cloud.resourceShares().imageNeeds(6);

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(fixture.time.elapsed()).isPositive();
    }

    @Test
    void an_image_that_is_still_being_linked_at_the_end_is_pending() throws CloudException {
        fixture.cloud.resourceShares().imageNeeds(10_000);

        assertThat(said(give())).startsWith("folder fd-a pending: UNAVAILABLE TimeBudget: ");
        assertThat(reached()).isEmpty();
        assertThat(listed()).isEmpty();
        assertThat(listing().notes())
                .contains(
                        "resource share rs-1 is still linking fd-a with image m-encrypted1: fd-a does not have it yet");
        assertThat(said(fixture.service
                        .share(share(ENCRYPTED, toFolders(FOLDER)))
                        .preview()))
                .isEqualTo("folder fd-a planned");
    }

    @Test
    void the_failure_of_the_image_is_told_before_that_of_the_target() throws CloudException {
        fixture.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        fixture.cloud.resourceShares().fail("fd-a", "Unavailable");

        assertThat(said(give())).contains("could not link the image: LimitExceeded");
        assertThat(reached()).isEmpty();
    }

    @Test
    void a_target_that_is_named_with_an_image_that_failed_can_be_taken_out() throws CloudException {
        fixture.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        give();

        assertThat(said(take(unshareAll(ENCRYPTED, false)))).isEqualTo("folder fd-a unshared");
        assertThat(fixture.cloud.resourceShares().now()).isEmpty();
    }

    @Test
    void a_target_that_could_not_be_taken_out_still_has_the_image() throws CloudException {
        present("fd-a", "fd-b");
        fixture.cloud.resourceShares().keep("fd-a", "InternalError");

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER, SUBFOLDER), true))))
                .isEqualTo("""
                        folder fd-a failed: REFUSED DisassociationFailed: Resource Sharing could not remove\
                         the target, which still has the image: InternalError%s
                        folder fd-b unshared""".formatted(REPEAT));
        assertThat(reached()).containsExactly("fd-a");
        assertThat(fixture.cloud.script().writes()).noneMatch(call -> call.startsWith("UpdateRole"));
        assertThat(listed()).containsExactly("fd-a");
    }

    @Test
    void a_target_that_could_not_be_taken_out_is_tried_again_and_keeps_its_trust_until_then() throws CloudException {
        present("fd-a");
        fixture.cloud.resourceShares().keep("fd-a", "InternalError");
        take(unshare(ENCRYPTED, toFolders(FOLDER), true));

        assertThat(said(take(unshareAll(ENCRYPTED, true)))).startsWith("folder fd-a failed");
        assertThat(fixture.cloud.roles().trust().covers(new ShareTarget.Folder(FOLDER)))
                .isTrue();
        fixture.cloud.resourceShares().works("fd-a");
        assertThat(said(take(unshareAll(ENCRYPTED, true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
        assertThat(fixture.cloud.roles().trust().covers(new ShareTarget.Folder(FOLDER)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void lists_that_lag_make_nothing_fail(int looks) throws CloudException {
        fixture.cloud.resourceShares().lag(looks);

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(fixture.cloud.resourceShares().now()).hasSize(1);

        fixture.cloud.script().forget();
        present(looks);
        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
        assertThat(fixture.cloud.script().writes()).anyMatch(call -> call.startsWith("UpdateRole"));
    }

    @Test
    void a_folder_does_not_get_what_somebody_added_to_the_share() throws CloudException {
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1", "m-other"), List.of("fd-x"));
        fixture.cloud.resourceShares().nextIds("rs-2");

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(fixture.cloud.resourceShares().now())
                .containsExactly("rs-1 " + NAME + " [fd-x]", "rs-2 " + NAME + " [fd-a]");

        assertThat(fixture.service.share(share(ENCRYPTED, toFolders(FOLDER))).changesNothing())
                .isTrue();
        give(SUBFOLDER);
        assertThat(fixture.cloud.resourceShares().now())
                .containsExactly("rs-1 " + NAME + " [fd-x]", "rs-2 " + NAME + " [fd-a, fd-b]");
    }

    @Test
    void what_a_mixed_share_still_gives_is_not_said_to_be_taken_away_by_another() throws CloudException {
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1", "m-other"), List.of("fd-a"));
        fixture.cloud.resourceShares().put(HONGKONG, "rs-2", NAME, List.of("m-encrypted1"), List.of("fd-a"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), false))))
                .startsWith("folder fd-a failed: REFUSED OtherResourcesInShare: ");
        assertThat(reached()).containsExactly("fd-a");
    }

    @Test
    void a_target_that_somebody_takes_out_meanwhile_ends_the_wait() throws CloudException {
        fixture.cloud.resourceShares().imageNeeds(3);
        fixture.cloud
                .script()
                .after(
                        "CreateResourceShare",
                        () -> fixture.cloud.resourceShares().takeOut("rs-1", "fd-a"));

        assertThat(said(give()))
                .startsWith("folder fd-a failed: REFUSED AssociationGone: resource share rs-1 does not");
        assertThat(reached()).isEmpty();
        assertThat(fixture.time.elapsed()).isLessThan(MAX_WAIT);
    }

    @Test
    void a_target_that_somebody_puts_back_ends_the_wait() throws CloudException {
        present("fd-a");
        fixture.cloud
                .script()
                .after(
                        "DisassociateResourceShare",
                        () -> fixture.cloud.resourceShares().putIn("rs-1", "fd-a"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true))))
                .startsWith("folder fd-a failed: REFUSED NotConfirmed: ");
        assertThat(reached()).containsExactly("fd-a");
        assertThat(fixture.time.elapsed()).isLessThan(MAX_WAIT);
    }

    @Test
    void a_removal_whose_repeat_is_refused_was_done() throws CloudException {
        present("fd-a");
        fixture.cloud.script().after("DisassociateResourceShare", () -> {
            throw Refusals.refused("DisassociateResourceShare", "DisassociateInvalid");
        });

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DisassociateResourceShare", "AssociateResourceShare"})
    void a_lost_answer_is_made_up_for_by_a_look(String call) throws CloudException {
        present("fd-a");
        fixture.cloud.script().after(call, () -> {
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
        fixture.cloud.script().refuseOnce(Refusals.unavailable("DisassociateResourceShare"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true))))
                .startsWith("folder fd-a failed: UNAVAILABLE ServiceUnavailable: ");
        assertThat(reached()).containsExactly("fd-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EntityNotExists.ResourceShare", "ResourceShareStatusMismatchAction"})
    void a_deletion_whose_repeat_is_refused_was_done(String code) throws CloudException {
        present("fd-a");
        fixture.cloud.script().after("DeleteResourceShare", () -> {
            throw code.startsWith("Entity")
                    ? Refusals.notFound("DeleteResourceShare", code)
                    : Refusals.refused("DeleteResourceShare", code);
        });

        Report report = take(unshare(ENCRYPTED, toFolders(FOLDER), false));
        assertThat(report.notes()).isEmpty();
        assertThat(fixture.cloud.resourceShares().now()).isEmpty();
    }

    @Test
    void a_share_that_is_deleted_meanwhile_is_created_again() throws CloudException {
        present("fd-x");
        fixture.cloud.resourceShares().nextIds("rs-2");
        fixture.cloud
                .script()
                .before(
                        "AssociateResourceShare",
                        () -> fixture.cloud.resourceShares().delete(HONGKONG, "rs-1"));

        assertThat(said(give())).isEqualTo("folder fd-a shared");
        assertThat(fixture.cloud.resourceShares().now()).containsExactly("rs-2 " + NAME + " [fd-a]");
    }

    @Test
    void a_share_that_is_deleted_while_a_target_is_taken_out_has_nobody() throws CloudException {
        present("fd-a", "fd-x");
        fixture.cloud
                .script()
                .before(
                        "DisassociateResourceShare",
                        () -> fixture.cloud.resourceShares().delete(HONGKONG, "rs-1"));

        assertThat(said(take(unshare(ENCRYPTED, toFolders(FOLDER), true)))).isEqualTo("folder fd-a unshared");
        assertThat(reached()).isEmpty();
    }

    @Test
    void one_target_that_the_cloud_does_not_know_keeps_no_other_out() throws CloudException {
        fixture.cloud.script().refuseOnce(Refusals.refused("CreateResourceShare", "InvalidTarget"));
        fixture.cloud.script().refuseOnce(Refusals.refused("CreateResourceShare", "InvalidTarget"));

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
        fixture.cloud.script().refuseOnce(Refusals.refused(call, code));

        assertThat(said(taking ? take(unshare(ENCRYPTED, toFolders(FOLDER), false)) : give(SUBFOLDER)))
                .isEqualTo(taking ? "folder fd-a unshared" : "folder fd-b shared");
        assertThat(reached()).isEqualTo(taking ? List.of() : List.of("fd-a", "fd-b"));
    }

    @Test
    void doctor_warns_of_a_target_that_is_named_and_has_not_got_the_image() throws CloudException {
        fixture.cloud.resourceShares().fail("m-encrypted1", "LimitExceeded");
        give();

        Report report = fixture.service.doctor(
                new DoctorRequest(HONGKONG, List.of(ENCRYPTED), TargetQuery.NONE, List.of(), false, true));
        assertThat(report.checks())
                .filteredOn(finding -> finding.id() == CheckId.ASSOCIATION)
                .extracting(ReportText::of)
                .containsExactly("warn association: fd-a does not have image m-encrypted1, though resource share rs-1"
                        + " names both: Resource Sharing could not link them (LimitExceeded); repeat the share, or take"
                        + " fd-a away | list them with share-image list-shares --region cn-hongkong --image-id"
                        + " m-encrypted1; share again with those who should have the image, or remove the others with"
                        + " share-image unshare --region cn-hongkong --image-id m-encrypted1");
    }

    @Test
    void an_export_names_who_is_about_to_have_the_image_as_such_and_nobody_whose_link_failed() throws CloudException {
        fixture.cloud.resourceShares().needs(10_000);
        fixture.cloud.resourceShares().fail("fd-b", "LimitExceeded");
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1"), List.of());
        fixture.cloud.resourceShares().putIn("rs-1", "fd-x");
        fixture.cloud.resourceShares().associateTargets(HONGKONG, "rs-1", List.of("fd-a"));
        fixture.cloud.resourceShares().needs(0);
        fixture.cloud.resourceShares().associateTargets(HONGKONG, "rs-1", List.of("fd-b"));
        List<LiveImage> images = new ArrayList<>();

        fixture.service.export(new ListRequest(HONGKONG, List.of(ENCRYPTED)), images::add);

        assertThat(images).singleElement().satisfies(image -> {
            assertThat(image.targets()).extracting(ShareTarget::id).containsExactlyInAnyOrder("fd-a", "fd-x");
            assertThat(image.coming()).extracting(ShareTarget::id).containsExactly("fd-a");
        });
    }

    private void present(String... targets) {
        fixture.cloud.resourceShares().put(HONGKONG, "rs-1", NAME, List.of("m-encrypted1"), List.of(targets));
    }

    /** The lists are current again. */
    private void present(int looks) throws CloudException {
        for (int look = 0; look < looks; look++) {
            fixture.cloud.resourceShares().resourcesOf(HONGKONG, List.of("rs-1"));
            fixture.cloud.resourceShares().targetsOf(HONGKONG, List.of("rs-1"));
        }
    }

    private List<String> reached() {
        return fixture.cloud.resourceShares().reached(ENCRYPTED);
    }

    private Report give(FolderPath... folders) throws CloudException {
        FolderPath[] targets = folders.length == 0 ? new FolderPath[] {FOLDER} : folders;
        return fixture.service.share(share(ENCRYPTED, toFolders(targets))).apply(fixture.progress());
    }

    private Report take(UnshareRequest request) throws CloudException {
        return fixture.service.unshare(request).apply(fixture.progress());
    }

    private ShareListing listing() throws CloudException {
        return fixture.service.listShares(new ListRequest(HONGKONG, List.of(ENCRYPTED)));
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
