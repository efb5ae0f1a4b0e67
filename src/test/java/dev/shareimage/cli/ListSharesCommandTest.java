package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListSharesCommandTest {

    private static final ListedImage COVERED = image("m-1", true, share("2000000000000002", true));
    private static final ListedImage MIXED =
            image("m-2", true, share("2000000000000002", true), share("3000000000000003", false));
    private static final ListedImage UNKNOWN = image("m-3", true, share("fd-Jyl5U70000", null));
    private static final ListedImage PLAIN = image("m-4", false, share("2000000000000002", null));

    @Test
    void shows_only_shares_of_encrypted_images_that_are_not_known_to_be_trusted() {
        CommandLineRun.Outcome outcome = run(List.of(), "--untrusted", COVERED, MIXED, UNKNOWN, PLAIN);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                m-2	name of m-2	yes	account	3000000000000003		no		cn-hongkong\t
                m-3	name of m-3	yes	folder	fd-Jyl5U70000			rs-1	cn-hongkong\t
                """);
        assertThat(outcome.err()).isEqualTo("""
                Note: 1 share of an encrypted image is not covered by the trust: the recipients see the image but cannot use it;\
                 repair: share-image set-trust --accounts 3000000000000003
                """);
    }

    @Test
    void shows_in_the_last_column_what_a_copy_was_made_from() {
        ListedImage copy =
                new ListedImage(ImageRef.parse("ap-southeast-1:m-5"), "copy", true, List.of(), COVERED.image());

        assertThat(run(List.of(), "--verbose", COVERED, copy).out()).isEqualTo("""
                m-1	name of m-1	yes	account	2000000000000002		yes		cn-hongkong\t
                m-5	copy	yes						ap-southeast-1	cn-hongkong:m-1
                """);
        assertThat(run(List.of(), "-o=table", COVERED, copy).out()).contains("COPIED FROM", "cn-hongkong:m-1");
        assertThat(run(List.of(), "-o=table", COVERED, MIXED).out()).doesNotContain("COPIED FROM");
    }

    @Test
    void an_image_that_is_missing_leaves_the_rest_partial_though_all_of_it_is_trusted() {
        CommandLineRun.Outcome outcome = run(List.of(ImageRef.parse("cn-hongkong:m-9")), "--untrusted", COVERED);

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void proposes_to_create_the_role_where_it_is_incomplete() {
        ShareListing listing = new ShareListing(
                List.of(new RegionId("cn-hongkong")),
                new AccountId("1000000000000001"),
                List.of(MIXED),
                List.of(),
                Map.of(),
                List.of(),
                true,
                List.of(),
                Map.of(),
                true);

        assertThat(new CommandLineRun()
                        .with(new FakeService().listing(listing))
                        .run("list-shares")
                        .err())
                .endsWith("repair: share-image create-role --accounts 3000000000000003\n");
    }

    @Test
    void tells_by_the_exit_code_that_somebody_is_not_trusted() {
        assertThat(run(List.of(), "--exit-code", COVERED, MIXED).exitCode()).isEqualTo(10);
        assertThat(run(List.of(), "--untrusted", COVERED, MIXED).exitCode()).isZero();
    }

    @Test
    void what_is_trusted_or_cannot_be_known_is_no_difference() {
        assertThat(run(List.of(), "--exit-code", COVERED, UNKNOWN, PLAIN).exitCode())
                .isZero();
    }

    @Test
    void a_missing_image_outweighs_who_is_not_trusted() {
        assertThat(run(List.of(ImageRef.parse("cn-hongkong:m-9")), "--exit-code", MIXED)
                        .exitCode())
                .isEqualTo(4);
    }

    @Test
    void asks_for_the_images_of_some_accounts_and_says_when_there_are_none() {
        FakeService service = new FakeService()
                .listing(new ShareListing(
                        List.of(new RegionId("cn-hongkong")),
                        new AccountId("1000000000000001"),
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        List.of(),
                        Map.of()));

        CommandLineRun.Outcome outcome = new CommandLineRun()
                .with(service)
                .run("list-shares", "--shared-with", "2000000000000002,3000000000000003");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .isEqualTo("No image in cn-hongkong is shared with 2000000000000002, 3000000000000003.\n");
        assertThat(service.requests())
                .containsExactly(new ListRequest(new RegionId("cn-hongkong"), List.of())
                        .sharedWith(List.of(new AccountId("2000000000000002"), new AccountId("3000000000000003"))));
    }

    private static CommandLineRun.Outcome run(List<ImageRef> missing, String option, ListedImage... images) {
        ShareListing listing = new ShareListing(
                List.of(new RegionId("cn-hongkong")),
                new AccountId("1000000000000001"),
                List.of(images),
                missing,
                List.of(),
                true,
                List.of(),
                Map.of());
        return new CommandLineRun().with(new FakeService().listing(listing)).run("list-shares", option);
    }

    private static ListedImage image(String id, boolean encrypted, ListedShare... shares) {
        return new ListedImage(ImageRef.parse("cn-hongkong:" + id), "name of " + id, encrypted, List.of(shares));
    }

    private static ListedShare share(String id, @Nullable Boolean trusted) {
        boolean folder = id.startsWith("fd-");
        return new ListedShare(folder ? "folder" : "account", id, null, trusted, folder ? "rs-1" : null);
    }
}
