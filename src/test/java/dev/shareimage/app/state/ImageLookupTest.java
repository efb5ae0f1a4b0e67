package dev.shareimage.app.state;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.fake.ImageBuilder;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One thread makes the calls, so that their order is known. */
class ImageLookupTest {

    private static final String FIRST = "DescribeImages page 1 of cn-hongkong";

    private final FakeCloud cloud = new FakeCloud(new FakeTime());

    @Test
    void ten_images_are_read_one_by_one() throws CloudException {
        List<ImageId> images = put(10);

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls()).containsExactlyInAnyOrderElementsOf(single(images));
    }

    @Test
    void eleven_images_take_one_page_of_the_list() throws CloudException {
        List<ImageId> images = put(11);
        cloud.images().pageSize(100);

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls()).containsExactly(FIRST);
    }

    @Test
    void further_pages_are_read_where_each_may_have_four_of_the_missing_images() throws CloudException {
        List<ImageId> images = put(25);
        cloud.images().pageSize(5);

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 5)
                        .mapToObj(number -> "DescribeImages page " + number + " of cn-hongkong")
                        .toList());
    }

    @Test
    void an_account_with_many_images_costs_one_call_more() throws CloudException {
        List<ImageId> images = put(200).subList(100, 120);
        cloud.images().pageSize(10);

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls()).hasSize(21).startsWith(FIRST).containsAll(single(images));
    }

    @Test
    void images_that_the_list_does_not_have_are_read_by_their_ids() throws CloudException {
        List<ImageId> images = new ArrayList<>(put(11));
        ImageId foreign = new ImageId("m-foreign");
        ImageId nowhere = new ImageId("m-nowhere");
        cloud.images()
                .put(
                        HONGKONG,
                        ImageBuilder.image("m-foreign").owner("others", null).build());
        cloud.images().pageSize(100);

        List<ReadResult<Optional<Image>>> read = read(plus(images, foreign, nowhere));

        assertThat(read.get(11).require())
                .hasValueSatisfying(image -> assertThat(image.ownerAlias()).isEqualTo("others"));
        assertThat(read.get(12).require()).isEmpty();
        assertThat(calls()).containsExactlyInAnyOrder(FIRST, "DescribeImages m-foreign", "DescribeImages m-nowhere");
    }

    @Test
    void a_list_that_cannot_be_read_leaves_every_image_to_its_id() throws CloudException {
        List<ImageId> images = put(11);
        cloud.script().refuseOnce(Refusals.forbidden("ecs", "DescribeImages"));

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls()).hasSize(12).startsWith(FIRST).containsAll(single(images));
    }

    @Test
    void a_further_page_that_fails_leaves_its_images_to_their_ids() throws CloudException {
        List<ImageId> images = put(12);
        cloud.images().pageSize(6);
        cloud.script().before("DescribeImages", () -> {});
        cloud.script().refuseOnce(Refusals.unavailable("DescribeImages"));

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls())
                .hasSize(8)
                .startsWith(FIRST, "DescribeImages page 2 of cn-hongkong")
                .containsAll(single(images.subList(6, 12)));
    }

    @Test
    void an_image_that_moves_to_a_page_already_read_is_read_by_its_id() throws CloudException {
        List<ImageId> images = put(16);
        cloud.images().pageSize(8);
        cloud.script().after("DescribeImages", () -> cloud.images().remove(HONGKONG, images.get(0)));

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls())
                .containsExactly(FIRST, "DescribeImages page 2 of cn-hongkong", "DescribeImages " + images.get(8));
    }

    @Test
    void an_image_that_vanishes_between_two_pages_is_not_there() throws CloudException {
        List<ImageId> images = put(16);
        cloud.images().pageSize(8);
        cloud.script().after("DescribeImages", () -> cloud.images().remove(HONGKONG, images.get(15)));

        assertThat(read(images).get(15).require()).isEmpty();
    }

    @Test
    void a_list_without_its_length_is_read_no_further() throws CloudException {
        List<ImageId> images = put(20);
        cloud.images().pageSize(5);
        cloud.images().total(length -> OptionalInt.empty());

        assertThat(ids(read(images))).isEqualTo(images);
        assertThat(calls()).hasSize(16).startsWith(FIRST).containsAll(single(images.subList(5, 20)));
    }

    @Test
    void a_length_that_is_wrong_hides_no_image() throws CloudException {
        List<ImageId> images = put(20);
        cloud.images().pageSize(5);
        for (int wrong : new int[] {0, 3, 7, 24, 1_000_000_000}) {
            cloud.images().total(length -> OptionalInt.of(wrong));

            assertThat(ids(read(images))).as("%d", wrong).isEqualTo(images);
        }
    }

    /** Puts so many images in the order of the list. */
    private List<ImageId> put(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> cloud.images().put(HONGKONG, "m-%03d".formatted(number), "key-1"))
                .toList();
    }

    private static List<ImageId> plus(List<ImageId> images, ImageId... others) {
        List<ImageId> all = new ArrayList<>(images);
        all.addAll(List.of(others));
        return all;
    }

    private List<ReadResult<Optional<Image>>> read(List<ImageId> images) throws CloudException {
        try (Parallel parallel = new Parallel(1)) {
            ImageLookup lookup =
                    new ImageLookup(cloud, parallel, HONGKONG, images, new SnapshotReader(cloud, parallel, HONGKONG));
            return Parallel.awaitEach(images.stream().map(lookup::of).toList());
        }
    }

    private static List<ImageId> ids(List<ReadResult<Optional<Image>>> read) throws CloudException {
        List<ImageId> ids = new ArrayList<>();
        for (ReadResult<Optional<Image>> each : read) {
            ids.add(each.require().orElseThrow().id());
        }
        return ids;
    }

    private List<String> calls() {
        return cloud.script().calls();
    }

    private static List<String> single(List<ImageId> images) {
        return images.stream().map(image -> "DescribeImages " + image).toList();
    }
}
