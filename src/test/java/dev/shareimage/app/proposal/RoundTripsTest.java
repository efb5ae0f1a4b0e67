package dev.shareimage.app.proposal;

import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.FOLDER;
import static dev.shareimage.app.run.ServiceFixture.PLAIN;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.share;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.toFolders;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static dev.shareimage.app.run.ServiceFixture.unshare;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.QuietTime;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.app.select.ImageSelector;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The number of consecutive calls of a run. Each call takes one tick, and concurrent calls share it. */
class RoundTripsTest {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final QuietTime time = new QuietTime();
    private final ServiceFixture fixture = new ServiceFixture(time, Duration.ZERO);

    @BeforeEach
    void tick() {
        fixture.cloud.script().latency(() -> TICK, () -> Duration.ZERO);
    }

    @AfterEach
    void close() {
        fixture.close();
        time.close();
    }

    @Test
    void the_first_share_takes_seven() throws CloudException {
        perform(share(ENCRYPTED, toAccounts(accounts(1, 12))));

        assertThat(ticks()).isLessThanOrEqualTo(7);
    }

    @Test
    void a_plain_image_takes_three() throws CloudException {
        perform(share(PLAIN, toAccounts(accounts(1, 12))));

        assertThat(ticks()).isLessThanOrEqualTo(3);
    }

    @Test
    void nothing_to_do_takes_three() throws CloudException {
        fixture.cloud
                .roles()
                .existsWithTrust(
                        trusting(accounts(1, 12).toArray(AccountId[]::new)).json());
        fixture.cloud.imageShares().put(FakeCloud.HONGKONG, ENCRYPTED, accounts(1, 12));

        assertThat(fixture.service
                        .share(share(ENCRYPTED, toAccounts(accounts(1, 12))))
                        .changesNothing())
                .isTrue();
        assertThat(ticks()).isLessThanOrEqualTo(3);
    }

    @Test
    void more_accounts_for_an_existing_role_take_seven_besides_the_settle_time() throws CloudException {
        fixture.cloud
                .roles()
                .existsWithTrust(
                        trusting(accounts(1, 3).toArray(AccountId[]::new)).json());

        perform(share(ENCRYPTED, toAccounts(accounts(1, 12))));

        assertThat(ticks()).isLessThanOrEqualTo(7);
    }

    @Test
    void the_policy_that_was_just_read_is_not_read_again_before_it_is_written() throws CloudException {
        assertThat(readsBeforeTheWrite(Duration.ofMillis(100))).isEqualTo(1);
    }

    @Test
    void a_policy_that_was_read_long_ago_is_read_again_before_it_is_written() throws CloudException {
        assertThat(readsBeforeTheWrite(Duration.ofMillis(400))).isEqualTo(2);
    }

    private static long readsBeforeTheWrite(Duration latency) throws CloudException {
        try (QuietTime otherTime = new QuietTime();
                ServiceFixture other = new ServiceFixture(otherTime, Duration.ofSeconds(3))) {
            other.cloud.script().latency(() -> latency, () -> Duration.ZERO);
            other.cloud
                    .roles()
                    .existsWithTrust(
                            trusting(accounts(1, 3).toArray(AccountId[]::new)).json());
            other.service.share(share(ENCRYPTED, toAccounts(accounts(1, 12)))).apply(other.progress());

            return other.cloud.script().calls().stream()
                    .takeWhile(call -> !call.startsWith("UpdateRole"))
                    .filter(call -> call.startsWith("GetRole"))
                    .count();
        }
    }

    @Test
    void fifty_accounts_take_one_more_than_ten_at_most() throws CloudException {
        perform(share(ENCRYPTED, toAccounts(accounts(1, 10))));
        long ten = ticks();

        try (QuietTime otherTime = new QuietTime();
                ServiceFixture other = new ServiceFixture(otherTime, Duration.ZERO)) {
            other.cloud.script().latency(() -> TICK, () -> Duration.ZERO);
            other.service.share(share(ENCRYPTED, toAccounts(accounts(1, 50)))).apply(other.progress());

            assertThat(otherTime.elapsed().toSeconds()).isLessThanOrEqualTo(ten + 1);
        }
    }

    @Test
    void a_folder_that_is_shared_for_the_first_time_takes_eleven() throws CloudException {
        perform(share(ENCRYPTED, toFolders(FOLDER)));

        assertThat(ticks()).isLessThanOrEqualTo(11);
    }

    @Test
    void a_folder_that_has_it_takes_three() throws CloudException {
        fixture.cloud
                .roles()
                .existsWithTrust(
                        TrustPolicy.of(List.of(new ShareTarget.Folder(FOLDER))).json());
        fixture.cloud
                .resourceShares()
                .put(
                        FakeCloud.HONGKONG,
                        "rs-1",
                        "share-image-m-encrypted1",
                        List.of(ENCRYPTED.value()),
                        List.of("fd-a"));

        fixture.service.share(share(ENCRYPTED, toFolders(FOLDER)));

        assertThat(ticks()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_folder_is_taken_out_in_eight() throws CloudException {
        fixture.cloud
                .resourceShares()
                .put(
                        FakeCloud.HONGKONG,
                        "rs-1",
                        "share-image-m-encrypted1",
                        List.of(ENCRYPTED.value()),
                        List.of("fd-a"));

        Proposal proposal = fixture.service.unshare(unshare(ENCRYPTED, toFolders(FOLDER), false));
        assertThat(proposal.apply(fixture.progress()).status().label()).isEqualTo("succeeded");

        assertThat(ticks()).isLessThanOrEqualTo(8);
    }

    @Test
    void a_list_of_one_image_takes_two() throws CloudException {
        fixture.cloud.imageShares().put(FakeCloud.HONGKONG, ENCRYPTED, accounts(1, 12));

        fixture.service.listShares(new ListRequest(FakeCloud.HONGKONG, List.of(ENCRYPTED)));

        assertThat(ticks()).isLessThanOrEqualTo(2);
    }

    @Test
    void several_images_are_looked_for_in_two_regions_in_one() throws CloudException {
        List<ImageId> ids = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            ids.add(fixture.cloud
                    .images()
                    .put(number < 3 ? FakeCloud.HONGKONG : FakeCloud.SINGAPORE, "m-" + number, "key-1"));
        }
        ImageQuery query = new ImageQuery(
                List.of(FakeCloud.HONGKONG, FakeCloud.SINGAPORE),
                false,
                ids,
                List.of(),
                List.of(),
                OptionalInt.empty(),
                false,
                false);

        assertThat(new ImageSelector(fixture.run, query, FakeCloud.HONGKONG)
                        .select()
                        .images()
                        .images())
                .extracting(ImageRef::id)
                .containsExactlyElementsOf(ids);
        assertThat(ticks()).isEqualTo(1);
    }

    private void perform(ShareRequest request) throws CloudException {
        Proposal proposal = fixture.service.share(request);
        assertThat(proposal.apply(fixture.progress()).status().label()).isEqualTo("succeeded");
    }

    private long ticks() {
        return time.elapsed().plus(TICK).minusMillis(1).toSeconds();
    }
}
