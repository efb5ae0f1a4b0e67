package dev.shareimage.app.query;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.DIRECTORY;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.PLAIN;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.fake.ImageBuilder;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of shares, with the trust of the role for each. */
class ListSharesTest {

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tells_until_when_shares_last_if_a_manifest_says_so() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 2));
        Manifest manifest = ManifestReader.read("m.yaml", """
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - {name: "name of m-enc*", accounts: [{id: "2000000000000002", until: 2027-03-31}]}
                      - {name: absent, accounts: []}
                """);

        ShareListing listing =
                fixture.service.listShares(new ListRequest(HONGKONG, List.of(ENCRYPTED)).against(manifest));

        assertThat(listing.images().get(0).shares())
                .extracting(ListedShare::id, ListedShare::until)
                .containsExactly(tuple("2000000000000001", null), tuple("2000000000000002", LocalDate.of(2027, 3, 31)));
        assertThat(listing.notes()).contains("none of your images in cn-hongkong matches --image-name 'absent'");
    }

    @Test
    void joins_shares_with_trust() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 2));
        fixture.cloud.roles().existsWithTrust(trusting(account(2), account(3)).json());

        assertThat(list(ENCRYPTED))
                .isEqualTo(new ShareListing(
                        List.of(HONGKONG),
                        FakeCloud.OWNER,
                        List.of(new ListedImage(
                                new ImageRef(HONGKONG, ENCRYPTED),
                                "name of m-encrypted1",
                                true,
                                List.of(shared("2000000000000001", false), shared("2000000000000002", true)))),
                        List.of(),
                        List.of("2000000000000003@ecs.aliyuncs.com"),
                        true,
                        List.of(),
                        Map.of()));
    }

    @Test
    void tells_whether_the_role_is_complete() throws CloudException {
        assertThat(list(ENCRYPTED).roleIncomplete()).isTrue();

        fixture.cloud.roles().existsWithTrust(trusting(account(2)).json());

        assertThat(list(ENCRYPTED).roleIncomplete()).isFalse();
    }

    @Test
    void lists_every_image_of_the_account_page_by_page() throws CloudException {
        for (int i = 1; i <= 5; i++) {
            fixture.cloud.images().put(HONGKONG, "m-more" + i, null);
        }

        assertThat(list().images())
                .extracting(image -> image.imageId().value())
                .containsExactly("m-encrypted1", "m-more1", "m-more2", "m-more3", "m-more4", "m-more5", "m-plain1");
    }

    @Test
    void an_image_that_vanishes_while_all_are_listed_is_named_and_the_others_are_listed() throws CloudException {
        fixture.cloud.images().put(HONGKONG, "m-gone1", null);
        fixture.cloud
                .script()
                .after("DescribeImages", () -> fixture.cloud.images().remove(HONGKONG, new ImageId("m-gone1")));

        ShareListing listing = list();

        assertThat(listing.images())
                .extracting(image -> image.imageId().value())
                .containsExactly("m-encrypted1", "m-plain1");
        assertThat(listing.notes())
                .containsExactly("image m-gone1 was deleted from cn-hongkong while the images were listed");
    }

    @Test
    void an_image_that_vanishes_during_the_export_is_named_and_the_others_are_exported() throws CloudException {
        fixture.cloud.images().put(HONGKONG, "m-gone1", null);
        fixture.cloud
                .script()
                .after("DescribeImages", () -> fixture.cloud.images().remove(HONGKONG, new ImageId("m-gone1")));
        List<String> exported = new ArrayList<>();

        List<String> notes = fixture.service.export(
                new ListRequest(HONGKONG, List.of()),
                image -> exported.add(image.image().id().value()));

        assertThat(exported).containsExactly("m-encrypted1", "m-plain1");
        assertThat(notes).containsExactly("image m-gone1 was deleted from cn-hongkong while the images were listed");
    }

    @Test
    void an_image_that_was_named_and_vanishes_is_missing() throws CloudException {
        ImageId gone = fixture.cloud.images().put(HONGKONG, "m-gone1", null);
        fixture.cloud
                .script()
                .after("DescribeImages", () -> fixture.cloud.images().remove(HONGKONG, gone));
        fixture.cloud.script().refuseOnce(Refusals.notFound("DescribeImageSharePermission", "InvalidImageId.NotFound"));

        ShareListing listing = list(gone);

        assertThat(listing.images()).isEmpty();
        assertThat(listing.missing()).containsExactly(new ImageRef(HONGKONG, gone));
    }

    /** The list of the image's accounts does not contain the image, but the list of images does. */
    @Test
    void an_image_that_one_list_alone_does_not_know_has_not_vanished() {
        fixture.cloud.script().refuse(Refusals.notFound("DescribeImageSharePermission", "InvalidImageId.NotFound"));

        assertThatThrownBy(this::list)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.code()).isEqualTo("InvalidImageId.NotFound"));
    }

    @Test
    void says_of_which_image_the_accounts_could_not_be_read() {
        fixture.cloud.script().refuse(Refusals.unavailable("DescribeImageSharePermission"));

        assertThatThrownBy(this::list)
                .hasMessageStartingWith("cn-hongkong:m-")
                .hasMessageEndingWith(": DescribeImageSharePermission answered ServiceUnavailable");
    }

    @Test
    void judges_no_trust_of_a_plain_image() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, PLAIN, accounts(1, 1));
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());

        assertThat(list(PLAIN).images().get(0).shares()).containsExactly(shared("2000000000000001", null));
    }

    @Test
    void lists_directories_and_folders() throws CloudException {
        group("rd-1", "fd-a");
        fixture.cloud
                .roles()
                .existsWithTrust(
                        TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))).json());

        assertThat(list(ENCRYPTED).images().get(0).shares())
                .containsExactly(
                        new ListedShare("resource-directory", "rd-1", FakeTime.START, false, "rs-1"),
                        new ListedShare("folder", "fd-a", FakeTime.START, true, "rs-1"));
    }

    @Test
    void sees_that_the_trust_in_the_directory_covers_a_folder() throws CloudException {
        group("fd-a");
        fixture.cloud
                .roles()
                .existsWithTrust(TrustPolicy.of(List.of(new ShareTarget.ResourceDirectory(DIRECTORY)))
                        .json());

        assertThat(list(ENCRYPTED).images().get(0).shares())
                .containsExactly(new ListedShare("folder", "fd-a", FakeTime.START, true, "rs-1"));
    }

    @Test
    void sees_that_the_trust_in_a_folder_covers_its_members() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 2));
        fixture.cloud
                .roles()
                .existsWithTrust(
                        TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))).json());

        assertThat(list(ENCRYPTED).images().get(0).shares())
                .containsExactly(shared("2000000000000001", false), shared("2000000000000002", true));
    }

    @Test
    void asks_for_members_only_where_they_matter() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));
        fixture.cloud.roles().existsWithTrust(trusting(account(1)).json());
        list(ENCRYPTED);

        assertThat(fixture.cloud.script().calls()).noneMatch(call -> call.startsWith("ListAccounts"));
    }

    @Test
    void says_what_it_may_not_read() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));
        fixture.cloud.script().refuse(Refusals.forbidden("ram", "GetRole"));
        fixture.cloud.script().refuse(Refusals.forbidden("resourcesharing", "ListResourceShareAssociations"));

        ShareListing listing = list(ENCRYPTED);

        assertThat(listing.images().get(0).shares()).containsExactly(shared("2000000000000001", null));
        assertThat(listing.trustedButNotShared()).isEmpty();
        assertThat(listing.groupsRead()).isFalse();
        assertThat(listing.notes())
                .containsExactly(
                        "the trust could not be read: GetRole is not permitted (ram:GetRole)",
                        "directories and folders could not be read: ListResourceShareAssociations is not permitted"
                                + " (resourcesharing:ListResourceShareAssociations)");
    }

    /** A member account without rights in the directory gets the answer that there is no directory. */
    @Test
    void says_of_a_directory_that_it_may_not_look_into_who_may() throws CloudException {
        shareThroughHiddenFolder(accounts(1, 1));

        assertThat(list(ENCRYPTED).notes())
                .containsExactly(
                        "whether 2000000000000001 can use the key is not known: this account may not"
                                + " read the resource directory; only its management account and its delegated administrators may");
    }

    private void shareThroughHiddenFolder(List<AccountId> accounts) {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts);
        fixture.cloud
                .roles()
                .existsWithTrust(
                        TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))).json());
        fixture.cloud.script().refuse(Refusals.notFound("ListAccounts", "EntityNotExists.ResourceDirectory"));
    }

    @Test
    void names_the_first_of_many_whose_trust_is_not_known() throws CloudException {
        shareThroughHiddenFolder(accounts(1, 12));

        assertThat(list(ENCRYPTED).notes())
                .singleElement()
                .asString()
                .startsWith("whether 2000000000000001, 2000000000000002, 2000000000000003, 2000000000000004,"
                        + " 2000000000000005 and 7 more can use the key is not known: ");
    }

    @Test
    void says_that_the_trust_is_unreadable() throws CloudException {
        fixture.cloud.roles().existsWithTrust("{}");

        assertThat(list(ENCRYPTED).notes())
                .containsExactly("the role's trust policy is unreadable (it has no list of statements)");
    }

    @Test
    void judges_nobody_trusted_where_there_is_no_role() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, accounts(1, 1));

        assertThat(list(ENCRYPTED).images().get(0).shares()).containsExactly(shared("2000000000000001", false));
    }

    @Test
    void names_the_images_that_are_not_there_beside_the_others() throws CloudException {
        ShareListing listing = list(new ImageId("m-absent"), ENCRYPTED);

        assertThat(listing.missing()).containsExactly(ImageRef.parse("cn-hongkong:m-absent"));
        assertThat(listing.images()).extracting(ListedImage::imageId).containsExactly(ENCRYPTED);
    }

    @Test
    void looks_at_the_snapshots_of_an_image_that_does_not_say_whether_it_is_encrypted() throws CloudException {
        fixture.cloud
                .images()
                .put(
                        HONGKONG,
                        ImageBuilder.image(ENCRYPTED)
                                .disks(List.of(new Image.Disk("s-encrypted1", null)))
                                .build());

        assertThat(list(ENCRYPTED).images()).extracting(ListedImage::encrypted).containsExactly(true);
    }

    @Test
    void orders_accounts_by_their_ids() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, List.of(account(3), account(1), account(2)));

        assertThat(list(ENCRYPTED).images().get(0).shares())
                .extracting(ListedShare::id)
                .containsExactly("2000000000000001", "2000000000000002", "2000000000000003");
    }

    @Test
    void bears_targets_of_kinds_that_it_does_not_know() throws CloudException {
        group("rd-1", "ou-1", "fd-?");

        assertThat(list(ENCRYPTED).images().get(0).shares())
                .extracting(ListedShare::id)
                .containsExactly("rd-1");
    }

    @Test
    void narrows_to_what_an_account_has_itself_or_through_its_folder() throws CloudException {
        fixture.cloud.imageShares().put(HONGKONG, PLAIN, List.of(account(1), account(2)));
        fixture.cloud.imageShares().put(HONGKONG, ENCRYPTED, List.of(account(1)));
        fixture.cloud.roles().existsWithTrust(trusting(account(2), account(3)).json());
        group("fd-a");

        ShareListing listing = sharedWith(account(2));

        assertThat(listing.images())
                .flatExtracting(ListedImage::shares)
                .extracting(ListedShare::id)
                .containsExactly("fd-a", "2000000000000002");
        assertThat(listing.trustedButNotShared()).isEmpty();
        assertThat(listing.notes()).isEmpty();
        assertThat(sharedWith(account(3)).images()).isEmpty();
        assertThat(sharedWith(account(3)).trustedButNotShared()).containsExactly("2000000000000003@ecs.aliyuncs.com");
    }

    @Test
    void an_account_that_has_an_image_through_its_folder_is_not_trusted_for_nothing() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(2), account(3)).json());
        group("fd-a");

        ShareListing listing = list(ENCRYPTED);

        assertThat(listing.trustedButNotShared()).containsExactly("2000000000000003@ecs.aliyuncs.com");
        assertThat(listing.notes()).isEmpty();
    }

    @Test
    void does_not_guess_whether_a_trusted_account_has_an_image_through_a_folder() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(2), account(3)).json());
        group("fd-a");
        fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));

        ShareListing listing = list(ENCRYPTED);

        assertThat(listing.trustedButNotShared()).isEmpty();
        assertThat(listing.notes())
                .containsExactly(
                        "whether these trusted accounts have an image through a resource directory or folder is not"
                                + " known: 2000000000000002, 2000000000000003");
    }

    @Test
    void keeps_a_share_with_a_folder_whose_members_may_not_be_read_and_says_so() throws CloudException {
        group("fd-a");
        fixture.cloud.script().refuse(Refusals.forbidden("resourcemanager", "ListAccounts"));

        ShareListing listing = sharedWith(account(1));

        assertThat(listing.images())
                .flatExtracting(ListedImage::shares)
                .extracting(ListedShare::id)
                .containsExactly("fd-a");
        assertThat(listing.notes())
                .contains("whether 2000000000000001 belongs to fd-a could not be read (ListAccounts is not permitted"
                        + " (resourcemanager:ListAccounts)); shares with fd-a are listed");
    }

    private ShareListing sharedWith(AccountId account) throws CloudException {
        return fixture.service.listShares(new ListRequest(HONGKONG, List.of()).sharedWith(List.of(account)));
    }

    private void group(String... targets) {
        fixture.cloud
                .resourceShares()
                .put(HONGKONG, "rs-1", "share-image-m-encrypted1", List.of("m-encrypted1"), List.of(targets));
    }

    private ShareListing list(ImageId... images) throws CloudException {
        return fixture.service.listShares(new ListRequest(HONGKONG, List.of(images)));
    }

    private static ListedShare shared(String account, @Nullable Boolean trusted) {
        return new ListedShare("account", account, FakeTime.START, trusted, null);
    }
}
