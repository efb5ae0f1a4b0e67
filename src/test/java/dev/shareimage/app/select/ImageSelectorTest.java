package dev.shareimage.app.select;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.ImageQuery.Filter;
import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.fake.ImageBuilder;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.NamePattern;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selecting images by names, families, tags and ids. */
class ImageSelectorTest {

    private static final List<RegionId> BOTH = List.of(HONGKONG, SINGAPORE);

    private final ServiceFixture fixture = new ServiceFixture();

    @BeforeEach
    void images() {
        put(HONGKONG, "m-web1", "web-1", "Available", "2026-11-01T00:00:00Z", "web", Map.of("env", "prod"));
        put(HONGKONG, "m-web2", "web-2", "Available", "2026-11-02T00:00:00Z", "web", Map.of("env", "test"));
        put(HONGKONG, "m-web3", "web-3", "Creating", "2026-11-03T00:00:00Z", "web", Map.of("env", "prod"));
        put(HONGKONG, "m-web4", "web-4", "CreateFailed", "2026-11-04T00:00:00Z", "web", Map.of("env", "prod"));
        put(SINGAPORE, "m-web5", "web-1", "Available", null, null, Map.of());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "web-*,1,m-web3",
        "web-*,2,m-web3 m-web2",
        "web-1,1,m-web1",
        "w?b-2,1,m-web2",
        "*-4,1,m-web4",
    })
    void takes_the_newest_that_a_name_fits_but_for_those_that_failed(String pattern, int newest, String ids)
            throws CloudException {
        assertThat(ids(select(List.of(HONGKONG), filter(pattern, null, Map.of()), newest)))
                .isEqualTo(ids);
    }

    @Test
    void takes_a_copy_that_the_program_made_only_if_nothing_else_fits() throws CloudException {
        Map<String, String> tags =
                Map.of("share-image:source-image", "m-web2", "share-image:source-region", "cn-hongkong");
        put(SINGAPORE, "m-copy", "web-2_from_cn-hongkong_m-web2", "Available", "2026-11-09T00:00:00Z", null, tags);

        assertThat(ids(select(List.of(SINGAPORE), filter("web-*", null, Map.of()), 1)))
                .isEqualTo("m-web5");
        assertThat(ids(select(List.of(SINGAPORE), filter("*_from_*", null, Map.of()), 1)))
                .isEqualTo("m-copy");
    }

    @Test
    void takes_the_newest_available_image_of_a_family() throws CloudException {
        assertThat(ids(select(List.of(HONGKONG), filter(null, "web", Map.of()), 1)))
                .isEqualTo("m-web2");
    }

    @Test
    void demands_all_that_is_asked_for() throws CloudException {
        Filter filter = filter("web-?", "web", Map.of("env", "prod"));

        assertThat(ids(select(List.of(HONGKONG), filter, 5))).isEqualTo("m-web1");
    }

    @Test
    void narrows_each_region_by_itself() throws CloudException {
        assertThat(select(BOTH, filter("web-*", null, Map.of()), 1).images().images())
                .extracting(ImageRef::toString)
                .containsExactly("cn-hongkong:m-web3", "ap-southeast-1:m-web5");
    }

    @Test
    void leaves_the_choice_to_a_person_where_several_fit() throws CloudException {
        ImageSelection selection = select(List.of(HONGKONG), filter("web-*", null, Map.of()), 0);

        assertThat(selection.images().images()).isEmpty();
        assertThat(selection.choices().get(0).candidates())
                .extracting(image -> image.id().value())
                .containsExactly("m-web3", "m-web2", "m-web1");
        assertThat(selection.withoutChoice().findings())
                .extracting(Finding::message, Finding::fix)
                .containsExactly(tuple(
                        "3 images match --image-name 'web-*' in cn-hongkong: m-web3 (web-3, 2026-11-03T00:00:00Z),"
                                + " m-web2 (web-2, 2026-11-02T00:00:00Z), m-web1 (web-1, 2026-11-01T00:00:00Z)",
                        "add --newest, or name one: --image-id cn-hongkong:m-web3"));
    }

    @Test
    void names_the_first_twenty_where_many_fit() throws CloudException {
        for (int number = 1; number <= 23; number++) {
            put(SINGAPORE, "m-batch" + number, "batch-" + number, "Available", null, null, Map.of());
        }

        String message = select(List.of(SINGAPORE), filter("batch-*", null, Map.of()), 0)
                .withoutChoice()
                .findings()
                .get(0)
                .message();

        assertThat(message)
                .startsWith("23 images match --image-name 'batch-*' in ap-southeast-1: ")
                .endsWith(" and 3 more");
        assertThat(message.split("m-batch")).hasSize(21);
    }

    @Test
    void a_name_that_no_image_has_is_a_failed_check_that_stops_all() throws CloudException {
        SelectedImages selected =
                select(BOTH, filter("nothing-*", null, Map.of()), 1).images();

        Proposal proposal = fixture.service.share(
                new ShareRequest(selected, toAccounts(ServiceFixture.account(1)), Map.of(), false, true));

        assertThat(proposal.preview().blocked()).isTrue();
        assertThat(proposal.preview().checks())
                .extracting(Finding::message, Finding::fix)
                .contains(tuple(
                        "none of your images in cn-hongkong, ap-southeast-1 matches --image-name 'nothing-*'",
                        "to see your images: share-image list-shares --all-images --region cn-hongkong"));
    }

    @Test
    void looks_among_what_others_share_where_the_recipient_asks() throws CloudException {
        fixture.cloud
                .images()
                .put(
                        HONGKONG,
                        ImageBuilder.image("m-theirs")
                                .name("web-2")
                                .owner("others", ServiceFixture.account(7))
                                .build());

        assertThat(ids(fixture.service.select(
                        query(filter("web-*", null, Map.of())).amongReceived())))
                .isEqualTo("m-theirs");
        assertThat(fixture.service
                        .select(query(filter("web-1", null, Map.of())).amongReceived())
                        .images()
                        .findings())
                .extracting(Finding::message, Finding::fix)
                .containsExactly(tuple(
                        "no image in cn-hongkong that is shared with you matches --image-name 'web-1'",
                        "to see the images that are shared with you: share-image verify --region cn-hongkong"));
    }

    private static ImageQuery query(Filter filter) {
        return new ImageQuery(
                List.of(HONGKONG), false, List.of(), List.of(), List.of(filter), OptionalInt.empty(), false, false);
    }

    @Test
    void says_in_which_of_the_named_regions_nothing_fits() throws CloudException {
        SelectedImages selected =
                select(BOTH, filter("web-2", null, Map.of()), 0).images();

        assertThat(selected.images()).hasSize(1);
        assertThat(selected.findings()).allMatch(finding -> !finding.failed()).hasSize(1);
    }

    @Test
    void finds_an_id_in_whichever_region_has_it() throws CloudException {
        ImageSelection selection = fixture.service.select(new ImageQuery(
                BOTH,
                false,
                List.of(new ImageId("m-web5"), new ImageId("m-absent")),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                false,
                false));

        assertThat(selection.images().images()).extracting(ImageRef::toString).containsExactly("ap-southeast-1:m-web5");
        assertThat(selection.images().findings())
                .extracting(Finding::message, Finding::fix)
                .containsExactly(tuple(
                        "image m-absent is in none of these regions, or you may not see it:"
                                + " cn-hongkong, ap-southeast-1",
                        "check the id; all images of the account: share-image list-shares --all-images --all-regions"));
    }

    @Test
    void says_which_other_region_has_an_id_than_those_that_were_named() throws CloudException {
        RegionId beijing = new RegionId("cn-beijing");
        put(beijing, "m-there", "there", "Available", null, null, Map.of());
        fixture.cloud.regions().only(HONGKONG, SINGAPORE, beijing);

        assertThat(named(BOTH, false, "m-there").images().findings())
                .extracting(Finding::message, Finding::fix)
                .containsExactly(tuple(
                        "image m-there is not in cn-hongkong, ap-southeast-1, but in cn-beijing",
                        "name it with its region: --image-id cn-beijing:m-there"));
    }

    @Test
    void a_region_that_cannot_be_read_does_not_matter_once_every_id_is_found() throws CloudException {
        put(HONGKONG, "m-both", "both", "Available", null, null, Map.of());
        put(SINGAPORE, "m-both", "both", "Available", null, null, Map.of());
        fixture.cloud.script().refuseOnce(Refusals.forbidden("ecs", "DescribeImages"));

        SelectedImages selected = named(BOTH, true, "m-both").images();

        assertThat(selected.images()).hasSize(1);
        assertThat(selected.unread()).isEmpty();
        assertThat(selected.findings()).isEmpty();
    }

    @Test
    void reads_each_list_once_whatever_is_looked_for() throws CloudException {
        fixture.service.select(new ImageQuery(
                List.of(SINGAPORE),
                false,
                List.of(),
                List.of(),
                List.of(filter("web-1", null, Map.of()), filter("web-9", null, Map.of())),
                OptionalInt.empty(),
                false,
                false));

        assertThat(fixture.cloud.script().calls()).hasSize(1);
    }

    @Test
    void a_region_that_nobody_named_and_that_cannot_be_read_is_kept_in_mind() throws CloudException {
        fixture.cloud.script().refuseOnce(Refusals.forbidden("ecs", "DescribeImages"));

        assertThat(every(true).images().unread()).hasSize(1);
    }

    @Test
    void a_region_that_nobody_named_takes_half_of_the_time_at_most() throws Exception {
        fixture.time.pass(Duration.ofMinutes(5).minusMillis(100));
        CountDownLatch end = new CountDownLatch(1);
        fixture.cloud.script().before("DescribeImages", () -> hang(end));

        SelectedImages selected = every(true).images();

        end.countDown();
        assertThat(selected.unread()).hasSize(1);
        assertThat(selected.unread().values()).extracting(CloudException::code).containsExactly("TimeBudget");
        assertThat(selected.images()).isNotEmpty();
    }

    private static void hang(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_region_that_was_named_has_to_be_read() {
        fixture.cloud.script().refuseOnce(Refusals.forbidden("ecs", "DescribeImages"));

        assertThatThrownBy(() -> every(false)).isInstanceOf(CloudException.class);
    }

    private ImageSelection named(List<RegionId> regions, boolean allRegions, String id) throws CloudException {
        return fixture.service.select(new ImageQuery(
                regions,
                allRegions,
                List.of(new ImageId(id)),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                false,
                false));
    }

    private ImageSelection every(boolean allRegions) throws CloudException {
        return fixture.service.select(
                new ImageQuery(BOTH, allRegions, List.of(), List.of(), List.of(), OptionalInt.empty(), true, false));
    }

    private ImageSelection select(List<RegionId> regions, Filter filter, int newest) throws CloudException {
        return fixture.service.select(new ImageQuery(
                regions,
                false,
                List.of(),
                List.of(),
                List.of(filter),
                newest == 0 ? OptionalInt.empty() : OptionalInt.of(newest),
                false,
                false));
    }

    private static Filter filter(String name, String family, Map<String, String> tags) {
        return new Filter(Optional.ofNullable(name).map(NamePattern::new), Optional.ofNullable(family), tags);
    }

    private static String ids(ImageSelection selection) {
        return String.join(
                " ",
                selection.images().images().stream()
                        .map(ref -> ref.id().value())
                        .toList());
    }

    private void put(
            RegionId region,
            String id,
            String name,
            String status,
            String created,
            String family,
            Map<String, String> tags) {
        fixture.cloud
                .images()
                .put(
                        region,
                        ImageBuilder.image(id)
                                .name(name)
                                .status(status)
                                .tags(tags)
                                .family(family)
                                .createdAt(created == null ? null : Instant.parse(created))
                                .build());
    }
}
